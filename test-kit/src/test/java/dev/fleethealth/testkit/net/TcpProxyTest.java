package dev.fleethealth.testkit.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TcpProxyTest {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final TcpProxy proxy = TcpProxy.to(server.getLocalPort());
    private Socket client = new Socket();
    private Socket accepted = new Socket();

    TcpProxyTest() throws IOException {}

    @BeforeEach
    void connect() throws IOException {
        client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(10_000);
        accepted = server.accept();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        accepted.close();
        proxy.close();
        server.close();
    }

    @Test
    void shouldPassBytesOnInBothDirections() throws IOException {
        client.getOutputStream().write(1);
        assertThat(accepted.getInputStream().read()).isEqualTo(1);
        accepted.getOutputStream().write(2);
        assertThat(client.getInputStream().read()).isEqualTo(2);
        assertThat(proxy.accepted()).isEqualTo(1);
    }

    @Test
    void shouldEndTheStreamWhenCut() throws IOException {
        proxy.cut();
        assertThat(client.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void shouldResetTheConnection() throws IOException {
        proxy.reset();
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
    }

    @Test
    void shouldHoldBytesBackUntilTheStallEnds() throws IOException {
        // Given
        proxy.stall();
        client.getOutputStream().write(1);
        accepted.setSoTimeout(200);
        assertThatThrownBy(() -> accepted.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

        // When
        proxy.flow();

        // Then
        accepted.setSoTimeout(0);
        assertThat(accepted.getInputStream().read()).isEqualTo(1);
    }

    @Test
    void shouldDelayBytes() throws IOException {
        // Given
        proxy.delay(Duration.ofMillis(300));
        long start = System.nanoTime();

        // When
        client.getOutputStream().write(1);

        // Then
        assertThat(accepted.getInputStream().read()).isEqualTo(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void shouldRefuseByClosingWhenTheServerIsDown() throws IOException {
        server.close();
        try (Socket late = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            assertThat(late.getInputStream().read()).isEqualTo(-1);
        }
    }
}
