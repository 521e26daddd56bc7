package dev.fleethealth.bridge.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.testkit.net.FreePort;
import dev.fleethealth.testkit.process.ChildProcess;
import dev.fleethealth.testkit.process.ManagementPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as operators start and stop it. */
@Timeout(180)
class BridgeProcessIT {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    private final Path folder;
    private final int management = FreePort.find();

    BridgeProcessIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void shouldExitWithZeroWhenToldToStopWhileKafkaIsNotThere() throws Exception {
        // Given
        try (ChildProcess bridge = start("mqtt://127.0.0.1:1")) {
            ManagementPort port = new ManagementPort(management);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> port.status("/readyz").equals(Optional.of(503)));

            // When
            bridge.terminate();

            // Then
            assertThat(bridge.awaitExit(LONGEST_STOP)).isZero();
        }
    }

    @Test
    void shouldExitWithTwoWhenTheConfigurationIsWrong() throws Exception {
        // When
        try (ChildProcess bridge = start("http://127.0.0.1:1")) {

            // Then
            assertThat(bridge.awaitExit(LONGEST_STOP)).isEqualTo(2);
            assertThat(bridge.errors()).hasLineCount(1).contains("sources[0].broker: expected");
        }
    }

    private ChildProcess start(String broker) throws IOException {
        Path config = Files.writeString(folder.resolve("bridge.yaml"), """
                sources:
                  - type: mqtt
                    name: plant
                    dialect: emqx
                    broker: %s
                    client-id: bridge-0
                    topics: [{filter: broker/#}]
                kafka: {bootstrap.servers: "127.0.0.1:1", schema.registry.url: "mock://process"}
                management: {port: %d}
                """.formatted(broker, management));
        return ChildProcess.java(
                folder, "-Xmx256m", "-jar", "target/fleet-bridge.jar", "run", "--config", config.toString());
    }
}
