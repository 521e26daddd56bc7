package dev.fleethealth.bridge.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClientTransportConfig;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import dev.fleethealth.bridge.config.BridgeSettings;
import dev.fleethealth.bridge.config.MqttSourceSettings;
import dev.fleethealth.service.config.ConfigurationFile;
import dev.fleethealth.testkit.tls.TestAuthority;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class TransportTest {
    private static final String HOST = "tenant-7.broker.example.com";

    private final TestAuthority authority = TestAuthority.named("authority");

    @Test
    void shouldAskForTheHostByNameWithTls13(@TempDir Path folder) throws Exception {
        // Given
        try (SSLServerSocket server = server(folder)) {
            CompletableFuture<ExtendedSSLSession> session = CompletableFuture.supplyAsync(() -> accept(server));
            MqttClientTransportConfig transport = Transport.of(settings(folder));
            assertThat(transport.getServerAddress().getHostString()).isEqualTo(HOST);

            // When
            Mqtt5Client.builder()
                    .transportConfig(transport
                            .extend()
                            .serverAddress(here(server.getLocalPort()))
                            .build())
                    .buildAsync()
                    .connect();

            // Then
            ExtendedSSLSession agreed = session.get(20, TimeUnit.SECONDS);
            assertThat(agreed.getProtocol()).isEqualTo("TLSv1.3");
            assertThat(agreed.getRequestedServerNames())
                    .extracting(SNIServerName::getEncoded)
                    .containsExactly(HOST.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** The name without a name server. */
    private static InetSocketAddress here(int port) throws IOException {
        byte[] loopback = InetAddress.getLoopbackAddress().getAddress();
        return new InetSocketAddress(InetAddress.getByAddress(HOST, loopback), port);
    }

    private MqttSourceSettings settings(Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bridge.yaml"), """
                sources:
                  - type: mqtt
                    name: plant
                    dialect: emqx
                    broker: mqtts://%s
                    client-id: bridge-0
                    topics: [{filter: "events/#"}]
                    tls: {ca: %s}
                kafka: {bootstrap.servers: "queue:9092"}
                """.formatted(
                        HOST, authority.writeCertificate(folder.resolve("ca.pem"))));
        return (MqttSourceSettings)
                ConfigurationFile.read(file, BridgeSettings.class).sources().get(0);
    }

    private SSLServerSocket server(Path folder) throws Exception {
        Path file = authority.issue(HOST).writeKeyStore(folder.resolve("server.jks"));
        KeyStore keys = KeyStore.getInstance("JKS");
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            keys.load(in, TestAuthority.PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, TestAuthority.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static ExtendedSSLSession accept(SSLServerSocket server) {
        try (SSLSocket socket = (SSLSocket) server.accept()) {
            socket.startHandshake();
            return (ExtendedSSLSession) socket.getSession();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
