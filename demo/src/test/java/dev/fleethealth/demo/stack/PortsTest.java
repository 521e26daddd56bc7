package dev.fleethealth.demo.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void shouldNameTakenPortAndWhatWantsIt() throws IOException {
        // Given
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();

            // When // Then
            assertThat(new Ports(0, 0, 0, port, 0, 0, 0, 0, 0).firstTaken())
                    .contains("port %d is taken, and mqtt wants it: free it, or choose another one with --mqtt-port"
                            .formatted(port));
        }
    }

    @Test
    void shouldFindNothingTakenWhenPortsAreFree() {
        // When // Then
        assertThat(new Ports(0, 0, 0, 0, 0, 0, 0, 0, 0).firstTaken()).isEmpty();
    }

    @Test
    void shouldPutChosenPortsInPlaceOfDefaultOnes() {
        // Given
        Ports swapped = new Ports(28081, 1, 29092, 4, 5, 6, 7, 8, 9);

        // When
        String text = swapped.fillIn("kafka 127.0.0.1:29092, registry http://127.0.0.1:28081/x, bridge 9401, 94010");

        // Then
        assertThat(text).isEqualTo("kafka 127.0.0.1:28081, registry http://127.0.0.1:29092/x, bridge 5, 94010");
    }

    @Test
    void shouldFindDefaultPortsInConfigurationFiles() throws IOException {
        // Given
        Ports chosen = new Ports(1111, 2222, 3333, 4444, 5555, 6666, 7777, 8888, 9999);

        // When
        String bridge = chosen.fillIn(Files.readString(Path.of("bridge.yaml")));
        String streams = chosen.fillIn(Files.readString(Path.of("streams.yaml")));

        // Then
        assertThat(bridge).contains(":1111", ":3333/", ":4444", "port: 5555");
        assertThat(streams).contains(":1111", ":3333/", "port: 6666", "port: 7777", ":8888");
    }
}
