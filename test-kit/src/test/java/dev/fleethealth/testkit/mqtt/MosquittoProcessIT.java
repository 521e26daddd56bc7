package dev.fleethealth.testkit.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fleethealth.testkit.net.FreePort;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MosquittoProcessIT {

    @Test
    void shouldListenOnTheSamePortAgain(@TempDir Path home) throws Exception {
        // Given
        assumeTrue(MosquittoProcess.isInstalled(), MosquittoProcess.NOT_INSTALLED);
        try (MosquittoProcess mosquitto = MosquittoProcess.start(home)) {
            assertThat(FreePort.isTaken(mosquitto.port())).isTrue();

            // When
            mosquitto.stop();
            assertThat(FreePort.isTaken(mosquitto.port())).isFalse();
            mosquitto.forget();
            mosquitto.startAgain();

            // Then
            assertThat(FreePort.isTaken(mosquitto.port())).isTrue();
        }
    }
}
