package dev.fleethealth.demo.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void shouldNameTakenPortAndWhatWantsIt() throws IOException {
        // Given
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();

            // When // Then
            assertThat(new Ports(0, 0, 0, port, 0, 0).firstTaken())
                    .contains("port %d is taken, and mqtt wants it: free it, or choose another one with --mqtt-port"
                            .formatted(port));
        }
    }

    @Test
    void shouldFindNothingTakenWhenPortsAreFree() {
        // When // Then
        assertThat(new Ports(0, 0, 0, 0, 0, 0).firstTaken()).isEmpty();
    }

    @Test
    void shouldPutChosenPortsInPlaceOfDefaultOnes() {
        // Given
        Ports swapped = new Ports(28081, 1, 29092, 4, 5, 6);

        // When
        String text = swapped.fillIn("kafka 127.0.0.1:29092, registry http://127.0.0.1:28081/x, bridge 9401, 94010");

        // Then
        assertThat(text).isEqualTo("kafka 127.0.0.1:28081, registry http://127.0.0.1:29092/x, bridge 5, 94010");
    }
}
