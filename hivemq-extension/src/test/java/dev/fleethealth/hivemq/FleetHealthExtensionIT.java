package dev.fleethealth.hivemq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The extension in a real broker, with clients that really fail. */
class FleetHealthExtensionIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static TestBroker broker;
    private RawMqttClient monitor;

    @BeforeAll
    static void startBroker(@TempDir Path home) throws IOException {
        broker = new TestBroker(home);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void subscribe() throws IOException {
        monitor = monitor(true);
    }

    @AfterEach
    void unsubscribe() throws IOException {
        monitor.close();
    }

    @Test
    void shouldTellEverythingWhenAClientComesAndGoes() throws IOException {
        // When
        try (RawMqttClient client = connected("polite", 5, 60)) {
            client.disconnect();
        }

        // Then
        List<JsonNode> events = events("polite", 2);
        JsonNode connected = events.get(0);
        assertThat(connected.path("event").asText()).isEqualTo("client.connected");
        assertThat(connected.path("callback").asText()).isEqualTo("onAuthenticationSuccessful");
        assertThat(connected.path("mqttVersion").asText()).isEqualTo("V_5");
        assertThat(connected.path("ip").asText()).isEqualTo("127.0.0.1");
        assertThat(connected.path("listener").path("name").asText()).isEqualTo("plain");
        assertThat(connected.path("listener").path("type").asText()).isEqualTo("TCP_LISTENER");
        assertThat(connected.path("listener").path("port").asInt()).isEqualTo(broker.port());
        assertThat(connected.path("connect").path("keepAlive").asInt()).isEqualTo(60);
        assertThat(connected.path("connect").path("cleanStart").asBoolean()).isTrue();
        assertThat(connected.path("connect").path("username").asText()).isEqualTo("user");
        assertThat(connected.path("connect").path("hasPassword").asBoolean()).isTrue();
        assertThat(connected.path("credentialExpiresAt").asLong()).isEqualTo(TestBroker.TOKEN_EXPIRY);
        assertThat(connected.path("node").asText()).isNotBlank();

        JsonNode ended = events.get(1);
        assertThat(ended.path("event").asText()).isEqualTo("client.disconnected");
        assertThat(ended.path("callback").asText()).isEqualTo("onClientInitiatedDisconnect");
        assertThat(ended.path("reasonCode").asText()).isEqualTo("NORMAL_DISCONNECTION");
        assertThat(ended.path("connectedAt")).isEqualTo(connected.path("at"));
        assertThat(ended.path("connectionId")).isEqualTo(connected.path("connectionId"));
        assertThat(ended.path("connect")).isEqualTo(connected.path("connect"));
        assertThat(ended.path("credentialExpiresAt").asLong()).isEqualTo(TestBroker.TOKEN_EXPIRY);
    }

    @Test
    void shouldTellWhichConnectionEndedWhenASecondOneTakesOver() throws IOException {
        // When
        try (RawMqttClient first = connected("twin", 4, 60);
                RawMqttClient second = connected("twin", 4, 60)) {

            // Then
            List<JsonNode> events = events("twin", 3);
            JsonNode ended = events.stream()
                    .filter(event -> event.path("event").asText().equals("client.disconnected"))
                    .findFirst()
                    .orElseThrow();
            assertThat(ended.path("callback").asText()).isEqualTo("onServerInitiatedDisconnect");
            assertThat(ended.path("reasonCode").asText()).isEqualTo("SESSION_TAKEN_OVER");
            assertThat(ended.path("connectionId")).isEqualTo(events.get(0).path("connectionId"));
            assertThat(events)
                    .filteredOn(event -> event.path("event").asText().equals("client.connected"))
                    .extracting(event -> event.path("connectionId").asText())
                    .hasSize(2)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void shouldTellOfTheTimeoutWhenAClientFallsSilent() throws IOException {
        // When
        try (RawMqttClient silent = connected("silent", 5, 1)) {

            // Then
            JsonNode ended = events("silent", 2).get(1);
            assertThat(ended.path("reasonCode").asText()).isEqualTo("KEEP_ALIVE_TIMEOUT");
            assertThat(ended.path("connect").path("keepAlive").asInt()).isEqualTo(1);
        }
    }

    @Test
    void shouldTellOfALostConnectionWhenTheNetworkEndsIt() throws IOException {
        // When
        connected("fin", 4, 60).close();
        connected("rst", 4, 60).reset();

        // Then
        for (String clientId : List.of("fin", "rst")) {
            JsonNode ended = events(clientId, 2).get(1);
            assertThat(ended.path("event").asText()).isEqualTo("client.disconnected");
            assertThat(ended.path("callback").asText()).isEqualTo("onConnectionLost");
            assertThat(ended.has("reasonCode")).isFalse();
        }
    }

    @Test
    void shouldTellOfTheRefusalWhenAClientMayNotConnect() throws IOException {
        // When
        try (RawMqttClient client = new RawMqttClient(broker.port())) {
            assertThat(client.connect("stranger", "refused", 5, 60, true)).isEqualTo(0x87);
        }

        // Then
        JsonNode refused = events("stranger", 1).get(0);
        assertThat(refused.path("event").asText()).isEqualTo("client.connect_failed");
        assertThat(refused.path("callback").asText()).isEqualTo("onAuthenticationFailedDisconnect");
        assertThat(refused.path("reasonCode").asText()).isEqualTo("NOT_AUTHORIZED");
        assertThat(refused.path("reasonString").asText()).isEqualTo("not on the list");
        assertThat(refused.path("connect").path("username").asText()).isEqualTo("refused");
    }

    @Test
    void shouldTellTheReasonWhenAClientGivesOne() throws IOException {
        // When
        try (RawMqttClient client = connected("grumpy", 5, 60)) {
            client.send(0xE0, new byte[] {(byte) 0x80, 0});
        }

        // Then
        JsonNode ended = events("grumpy", 2).get(1);
        assertThat(ended.path("callback").asText()).isEqualTo("onClientInitiatedDisconnect");
        assertThat(ended.path("reasonCode").asText()).isEqualTo("UNSPECIFIED_ERROR");
    }

    @Test
    void shouldKeepTheClientIdWhenItNeedsEscaping() throws IOException {
        // Given
        String clientId = "a\"b\\c\u2028é\uD83D\uDE00{}";

        // When
        try (RawMqttClient client = connected(clientId, 4, 60)) {
            client.disconnect();
        }

        // Then
        assertThat(events(clientId, 2)).hasSize(2);
    }

    @Test
    void shouldTellThatTheBrokerWasRestartedWhenASubscriberKeepsItsSession() throws IOException {
        // Given
        try (RawMqttClient before = monitor(false)) {
            assertThat(before.received()).isEmpty();
        }

        // When
        broker.restart();

        // Then
        try (RawMqttClient after = monitor(false)) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(after.received())
                    .anyMatch(json ->
                            json.contains("\"event\":\"broker.started\"") && json.contains("\"brokerVersion\":")));
            assertThat(after.received()).anyMatch(json -> json.contains("\"event\":\"broker.stopping\""));
        }
        monitor = monitor(true);
    }

    private static RawMqttClient connected(String clientId, int protocolLevel, int keepAlive) throws IOException {
        RawMqttClient client = new RawMqttClient(broker.port());
        assertThat(client.connect(clientId, "user", protocolLevel, keepAlive, true))
                .isZero();
        return client;
    }

    private static RawMqttClient monitor(boolean clean) throws IOException {
        RawMqttClient monitor = new RawMqttClient(broker.port());
        assertThat(monitor.connect(clean ? "monitor" : "lasting-monitor", "user", 4, 0, clean))
                .isZero();
        monitor.subscribe("$events/hivemq/#", 1);
        monitor.collect();
        return monitor;
    }

    private List<JsonNode> events(String clientId, int atLeast) {
        return await().atMost(PATIENCE).until(() -> eventsOf(clientId), events -> events.size() >= atLeast);
    }

    private List<JsonNode> eventsOf(String clientId) {
        return monitor.received().stream()
                .filter(json -> json.startsWith("{"))
                .map(FleetHealthExtensionIT::parse)
                .filter(event -> event.path("clientId").asText().equals(clientId))
                .toList();
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
