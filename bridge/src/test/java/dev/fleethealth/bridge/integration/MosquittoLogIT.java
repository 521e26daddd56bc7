package dev.fleethealth.bridge.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.testkit.mqtt.MosquittoProcess;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The bridge at a real Mosquitto that publishes its log. */
@Timeout(120)
class MosquittoLogIT {
    private static final String LOG = """
            log_dest topic
            log_type error
            log_type notice
            log_type information
            log_timestamp_format %Y-%m-%dT%H:%M:%S%z
            """;

    @TempDir
    private Path folder;

    @BeforeAll
    static void requireMosquitto() {
        assumeTrue(MosquittoProcess.isInstalled(), MosquittoProcess.NOT_INSTALLED);
    }

    @Test
    void shouldTellWhyItsClientsWentWhenItPublishesItsLog() throws Exception {
        // Given
        try (TestKafka kafka = TestKafka.start();
                MosquittoProcess mosquitto = MosquittoProcess.start(folder.resolve("mosquitto"), LOG);
                RunningBridge bridge = new RunningBridge(configuration(mosquitto.port(), kafka)).awaitReady()) {
            // When
            client(mosquitto, "calm").disconnect();
            client(mosquitto, "twin");
            client(mosquitto, "twin").disconnect();
            connect(mosquitto, "gone", 60).close();
            try (Socket silent = connect(mosquitto, "silent", 1)) {
                await().atMost(RunningBridge.PATIENCE)
                        .until(() -> what(kafka, "silent").size() == 2);
            }

            // Then
            await().atMost(RunningBridge.PATIENCE).untilAsserted(() -> assertThat(what(kafka, "twin"))
                    .containsExactlyInAnyOrder(
                            "CONNECTED null",
                            "DISCONNECTED SESSION_TAKEN_OVER",
                            "CONNECTED null",
                            "DISCONNECTED NORMAL"));
            await().atMost(RunningBridge.PATIENCE).untilAsserted(() -> assertThat(what(kafka, "gone"))
                    .containsExactly("CONNECTED null", "DISCONNECTED NETWORK_LOST"));
            assertThat(what(kafka, "calm")).containsExactly("CONNECTED null", "DISCONNECTED NORMAL");
            assertThat(what(kafka, "silent")).containsExactly("CONNECTED null", "DISCONNECTED KEEPALIVE_TIMEOUT");
            assertThat(what(kafka, "fleet-bridge"))
                    .as("the bridge's own connection is no news")
                    .isEmpty();
            assertThat(bridge.metric("fleet_bridge_messages_total{dialect=\"mosquitto\",result=\"malformed\"}"))
                    .isZero();
        }
    }

    private static List<String> what(TestKafka kafka, String clientId) {
        return kafka.events("log-events").stream()
                .map(record -> (ConnectionEvent) record.value())
                .filter(event -> clientId.equals(event.getClientId()))
                .map(event -> event.getType() + " " + event.getCategory())
                .toList();
    }

    private static Mqtt5BlockingClient client(MosquittoProcess mosquitto, String clientId) {
        Mqtt5BlockingClient client = Mqtt5Client.builder()
                .identifier(clientId)
                .serverHost("127.0.0.1")
                .serverPort(mosquitto.port())
                .buildBlocking();
        client.connect();
        return client;
    }

    /** A client of MQTT 3.1.1 that says CONNECT, hears that it is welcome, and says nothing more. */
    private static Socket connect(MosquittoProcess mosquitto, String clientId, int keepAliveSeconds)
            throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(packet);
        out.writeByte(0x10);
        out.writeByte(12 + clientId.length());
        out.writeUTF("MQTT");
        out.writeByte(4);
        out.writeByte(2);
        out.writeShort(keepAliveSeconds);
        out.writeUTF(clientId);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), mosquitto.port());
        socket.getOutputStream().write(packet.toByteArray());
        assertThat(socket.getInputStream().readNBytes(4)).containsExactly(0x20, 2, 0, 0);
        return socket;
    }

    private Path configuration(int port, TestKafka kafka) throws IOException {
        return Files.writeString(
                folder.resolve("bridge.yaml"), """
                sources:
                  - type: mqtt
                    name: mosquitto
                    dialect: mosquitto
                    broker-version: "2.0"
                    broker: mqtt://127.0.0.1:%d
                    client-id: fleet-bridge
                    receive-maximum: 65535
                    topics: [{filter: $SYS/broker/log/#}]
                kafka: {bootstrap.servers: '%s', schema.registry.url: '%s'}
                topics: {events: log-events, dead-letter: log-dead, partitions: 2}
                management: {port: 0}
                """.formatted(port, kafka.servers(), TestKafka.REGISTRY));
    }
}
