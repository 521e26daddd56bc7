package dev.fleethealth.hivemq;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.extension.sdk.api.client.parameter.ClientInformation;
import com.hivemq.extension.sdk.api.client.parameter.ClientTlsInformation;
import com.hivemq.extension.sdk.api.client.parameter.ConnectionAttributeStore;
import com.hivemq.extension.sdk.api.client.parameter.ConnectionInformation;
import com.hivemq.extension.sdk.api.client.parameter.ProxyInformation;
import com.hivemq.extension.sdk.api.events.client.parameters.AuthenticationSuccessfulInput;
import com.hivemq.extension.sdk.api.events.client.parameters.ConnectionLostInput;
import com.hivemq.extension.sdk.api.events.client.parameters.ConnectionStartInput;
import com.hivemq.extension.sdk.api.events.client.parameters.ServerInitiatedDisconnectInput;
import com.hivemq.extension.sdk.api.packets.connect.ConnectPacket;
import com.hivemq.extension.sdk.api.packets.connect.WillPublishPacket;
import com.hivemq.extension.sdk.api.packets.general.DisconnectedReasonCode;
import com.hivemq.extension.sdk.api.packets.general.MqttVersion;
import com.hivemq.extension.sdk.api.packets.general.Qos;
import com.hivemq.extension.sdk.api.packets.general.UserProperties;
import com.hivemq.extension.sdk.api.packets.general.UserProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConnectionListenerTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_795_154_500_000L);

    private final List<String> topics = new ArrayList<>();
    private final List<JsonNode> events = new ArrayList<>();
    private final ConnectionListener listener =
            new ConnectionListener(new ConnectionEvents("node-1", "c0ffee-1"), this::accept, InstantSource.fixed(NOW));

    @Test
    void shouldTellTlsProxyAndWillWhenThereAreSuch() {
        // Given
        Map<String, Object> connection = new HashMap<>(connection(""));
        connection.put(
                "getClientTlsInformation",
                Optional.of(Fake.of(
                        ClientTlsInformation.class,
                        Map.of(
                                "getProtocol", "TLSv1.3",
                                "getCipherSuite", "TLS_AES_128_GCM_SHA256",
                                "getHostname", Optional.of("mqtt.example.com")))));
        connection.put(
                "getProxyInformation",
                Optional.of(Fake.of(
                        ProxyInformation.class,
                        Map.of(
                                "getSourceAddress",
                                InetAddress.getLoopbackAddress(),
                                "getSourcePort",
                                5768,
                                "getProxyAddress",
                                InetAddress.getLoopbackAddress(),
                                "getProxyPort",
                                1883))));

        // When
        listener.onMqttConnectionStart(start(packet(List.of())));
        listener.onAuthenticationSuccessful(accepted(connection));

        // Then
        JsonNode event = events.get(0);
        assertThat(event.path("tls").path("sni").asText()).isEqualTo("mqtt.example.com");
        assertThat(event.path("port").asInt()).isEqualTo(5768);
        assertThat(event.path("proxy").path("port").asInt()).isEqualTo(1883);
        assertThat(event.path("connect").path("will").path("topic").asText()).isEqualTo("gone");
        assertThat(event.path("connect").path("will").path("payloadSize").asInt())
                .isEqualTo(6);
        assertThat(event.toString()).doesNotContain("secret");
    }

    @Test
    void shouldSayConnectFailedWhenAConnectionEndsBeforeItIsAccepted() {
        // When
        listener.onMqttConnectionStart(start(packet(List.of())));
        listener.onConnectionLost(ended(ConnectionLostInput.class, Optional.empty()));

        // Then
        assertThat(topics).containsExactly("client_connect_failed");
        assertThat(events.get(0).path("event").asText()).isEqualTo("client.connect_failed");
        assertThat(events.get(0).path("callback").asText()).isEqualTo("onConnectionLost");
    }

    @Test
    void shouldSayDisconnectedWhenTheConnectionIsOlderThanTheExtension() {
        // When
        listener.onServerInitiatedDisconnect(
                ended(ServerInitiatedDisconnectInput.class, Optional.of(DisconnectedReasonCode.ADMINISTRATIVE_ACTION)));

        // Then
        assertThat(topics).containsExactly("client_disconnected");
        assertThat(events.get(0).path("reasonCode").asText()).isEqualTo("ADMINISTRATIVE_ACTION");
        assertThat(events.get(0).has("connectedAt")).isFalse();
    }

    @Test
    void shouldTakeNoExpiryWhenTheAttributeIsNoTime() {
        // When
        listener.onAuthenticationSuccessful(accepted(connection("tomorrow")));
        listener.onAuthenticationSuccessful(accepted(connection("1795158100000")));

        // Then
        assertThat(events.get(0).has("credentialExpiresAt")).isFalse();
        assertThat(events.get(1).path("credentialExpiresAt").asLong()).isEqualTo(1_795_158_100_000L);
    }

    @Test
    void shouldBoundWhatAClientCanBlowUpWhenItSendsALot() {
        // Given
        String huge = "x".repeat(60_000);
        List<UserProperty> properties = IntStream.range(0, 100)
                .mapToObj(i -> Fake.of(UserProperty.class, Map.of("getName", huge, "getValue", huge)))
                .toList();

        // When
        listener.onMqttConnectionStart(start(packet(properties)));
        listener.onAuthenticationSuccessful(accepted(connection("")));

        // Then
        JsonNode connect = events.get(0).path("connect");
        assertThat(connect.path("userProperties")).hasSize(20);
        assertThat(connect.path("userPropertiesLeftOut").asInt()).isEqualTo(80);
        assertThat(events.get(0).toString()).hasSizeLessThan(256 * 1024);
    }

    @Test
    void shouldThrowNothingWhenTheBrokerAnswersWithAnError() {
        // When
        listener.onMqttConnectionStart(Fake.of(ConnectionStartInput.class, Map.of()));
        listener.onAuthenticationSuccessful(Fake.of(AuthenticationSuccessfulInput.class, Map.of()));
        listener.onConnectionLost(Fake.of(ConnectionLostInput.class, Map.of()));

        // Then
        assertThat(events).isEmpty();
    }

    private void accept(String topic, byte[] payload) {
        try {
            events.add(new ObjectMapper().readTree(payload));
            topics.add(topic);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConnectionStartInput start(ConnectPacket packet) {
        return Fake.of(ConnectionStartInput.class, Map.of("getConnectPacket", packet));
    }

    private static AuthenticationSuccessfulInput accepted(Map<String, Object> connection) {
        return Fake.of(AuthenticationSuccessfulInput.class, client(connection));
    }

    private static <T> T ended(Class<T> type, Optional<DisconnectedReasonCode> code) {
        Map<String, Object> answers = new HashMap<>(client(connection("")));
        answers.put("getReasonCode", code);
        return Fake.of(type, answers);
    }

    private static Map<String, Object> client(Map<String, Object> connection) {
        return Map.of(
                "getClientInformation", Fake.of(ClientInformation.class, Map.of("getClientId", "d1")),
                "getConnectionInformation", Fake.of(ConnectionInformation.class, connection));
    }

    private static Map<String, Object> connection(String credentialExpiry) {
        return Map.of(
                "getMqttVersion",
                MqttVersion.V_5,
                "getConnectionAttributeStore",
                Fake.of(ConnectionAttributeStore.class, Map.of("getAsString", Optional.of(credentialExpiry))));
    }

    private static ConnectPacket packet(List<UserProperty> properties) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "getCleanStart",
                true,
                "getKeepAlive",
                60,
                "getSessionExpiryInterval",
                3600L,
                "getReceiveMaximum",
                10,
                "getMaximumPacketSize",
                1000L,
                "getTopicAliasMaximum",
                0,
                "getRequestResponseInformation",
                false,
                "getRequestProblemInformation",
                true));
        answers.put("getPassword", Optional.of(ByteBuffer.wrap("secret".getBytes(StandardCharsets.UTF_8))));
        answers.put("getUserProperties", Fake.of(UserProperties.class, Map.of("asList", properties)));
        answers.put("getWillPublish", Optional.of(will()));
        return Fake.of(ConnectPacket.class, answers);
    }

    private static WillPublishPacket will() {
        return Fake.of(
                WillPublishPacket.class,
                Map.of(
                        "getTopic",
                        "gone",
                        "getQos",
                        Qos.AT_LEAST_ONCE,
                        "getRetain",
                        false,
                        "getWillDelay",
                        0L,
                        "getPayload",
                        Optional.of(ByteBuffer.wrap("secret".getBytes(StandardCharsets.UTF_8)))));
    }
}
