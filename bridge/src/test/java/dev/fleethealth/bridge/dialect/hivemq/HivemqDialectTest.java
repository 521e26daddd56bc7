package dev.fleethealth.bridge.dialect.hivemq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.dialect.Messages;
import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.schemas.Initiator;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HivemqDialectTest {

    @ParameterizedTest
    @CsvSource({
        "SUCCESS,NORMAL",
        "NORMAL_DISCONNECTION,NORMAL",
        "DISCONNECT_WITH_WILL_MESSAGE,DISCONNECT_WITH_WILL",
        "UNSPECIFIED_ERROR,SERVER_ERROR",
        "MALFORMED_PACKET,PROTOCOL_ERROR",
        "PROTOCOL_ERROR,PROTOCOL_ERROR",
        "IMPLEMENTATION_SPECIFIC_ERROR,SERVER_ERROR",
        "UNSUPPORTED_PROTOCOL_VERSION,UNSUPPORTED_PROTOCOL_VERSION",
        "CLIENT_IDENTIFIER_NOT_VALID,CLIENT_ID_REJECTED",
        "BAD_USER_NAME_OR_PASSWORD,BAD_CREDENTIALS",
        "NOT_AUTHORIZED,NOT_AUTHORIZED",
        "SERVER_UNAVAILABLE,SERVER_BUSY",
        "SERVER_BUSY,SERVER_BUSY",
        "BANNED,BLOCKED",
        "SERVER_SHUTTING_DOWN,SERVER_SHUTDOWN",
        "BAD_AUTHENTICATION_METHOD,BAD_CREDENTIALS",
        "KEEP_ALIVE_TIMEOUT,KEEPALIVE_TIMEOUT",
        "SESSION_TAKEN_OVER,SESSION_TAKEN_OVER",
        "TOPIC_FILTER_INVALID,TOPIC_OR_PAYLOAD_INVALID",
        "TOPIC_NAME_INVALID,TOPIC_OR_PAYLOAD_INVALID",
        "RECEIVE_MAXIMUM_EXCEEDED,QUOTA_EXCEEDED",
        "TOPIC_ALIAS_INVALID,PROTOCOL_ERROR",
        "PACKET_TOO_LARGE,PACKET_TOO_LARGE",
        "MESSAGE_RATE_TOO_HIGH,RATE_LIMITED",
        "QUOTA_EXCEEDED,QUOTA_EXCEEDED",
        "ADMINISTRATIVE_ACTION,ADMIN_KICK",
        "PAYLOAD_FORMAT_INVALID,TOPIC_OR_PAYLOAD_INVALID",
        "RETAIN_NOT_SUPPORTED,UNSUPPORTED_FEATURE",
        "QOS_NOT_SUPPORTED,UNSUPPORTED_FEATURE",
        "USE_ANOTHER_SERVER,SERVER_REDIRECT",
        "SERVER_MOVED,SERVER_REDIRECT",
        "SHARED_SUBSCRIPTION_NOT_SUPPORTED,UNSUPPORTED_FEATURE",
        "CONNECTION_RATE_EXCEEDED,RATE_LIMITED",
        "MAXIMUM_CONNECT_TIME,MAX_CONNECTION_LIFETIME",
        "SUBSCRIPTION_IDENTIFIERS_NOT_SUPPORTED,UNSUPPORTED_FEATURE",
        "WILDCARD_SUBSCRIPTION_NOT_SUPPORTED,UNSUPPORTED_FEATURE",
        "BRAND_NEW,UNKNOWN"
    })
    void shouldCategorizeEachCodeOfTheSdkWhenTheBrokerEndsAConnection(String code, Category category) {
        // When
        ConnectionEvent.Builder event = ended("client.disconnected", "onServerInitiatedDisconnect", code);

        // Then
        assertThat(event.getCategory()).isEqualTo(category);
        assertThat(event.getInitiator()).isEqualTo(category == Category.UNKNOWN ? Initiator.UNKNOWN : Initiator.SERVER);
        assertThat(event.getRawReason()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "client.disconnected,onClientInitiatedDisconnect,UNSPECIFIED_ERROR,CLIENT_REPORTED_ERROR,CLIENT",
        "client.disconnected,onClientInitiatedDisconnect,ADMINISTRATIVE_ACTION,ADMIN_KICK,CLIENT",
        "client.disconnected,onConnectionLost,,NETWORK_LOST,NETWORK",
        "client.disconnected,onServerInitiatedDisconnect,,PROTOCOL_ERROR,SERVER",
        "client.disconnected,onDisconnect,,UNKNOWN,UNKNOWN",
        "client.connect_failed,onConnectionLost,,NETWORK_LOST,NETWORK",
        "client.connect_failed,onAuthenticationFailedDisconnect,,BAD_CREDENTIALS,SERVER",
        "client.connect_failed,onServerInitiatedDisconnect,QUOTA_EXCEEDED,CONNECTION_LIMIT,SERVER"
    })
    void shouldGoByTheCallbackWhenItSaysMoreThanTheCode(
            String name, String callback, String code, Category category, Initiator by) {
        // When
        ConnectionEvent.Builder event = ended(name, callback, code);

        // Then
        assertThat(event.getCategory()).isEqualTo(category);
        assertThat(event.getInitiator()).isEqualTo(by);
        assertThat(event.getRawReason()).isEqualTo(code == null ? callback : code);
    }

    @Test
    void shouldMapEveryFieldWhenAClientConnects() {
        // When
        ConnectionEvent.Builder event = Messages.event("hivemq", "$events/hivemq/client_connected", """
                {"event":"client.connected","callback":"onAuthenticationSuccessful","at":1795154500000,"node":"n1",
                 "connectionId":"c0ffee-1","clientId":"d1","mqttVersion":"V_3_1_1","ip":"10.0.0.7","port":5768,
                 "listener":{"name":"tls","type":"TLS_TCP_LISTENER","bindAddress":"0.0.0.0","port":8883},
                 "tls":{"protocol":"TLSv1.3"},"connectedAt":1795154500000,"credentialExpiresAt":1795158100000,
                 "connect":{"cleanStart":false,"keepAlive":60,"sessionExpiryInterval":4294967295,"username":"u",
                 "hasPassword":true,"will":{"topic":"gone"}}}""");

        // Then
        assertThat(event.getType()).isEqualTo(EventType.CONNECTED);
        assertThat(event.getConnectionId()).isEqualTo("c0ffee-1");
        assertThat(event.getPeerAddress()).isEqualTo("10.0.0.7");
        assertThat(event.getPeerPort()).isEqualTo(5768);
        assertThat(event.getListener()).isEqualTo("tls");
        assertThat(event.getNode()).isEqualTo("n1");
        assertThat(event.getUsername()).isEqualTo("u");
        assertThat(event.getProtocolLevel()).isEqualTo(4);
        assertThat(event.getKeepAliveSeconds()).isEqualTo(60);
        assertThat(event.getSessionExpirySeconds()).isEqualTo(4_294_967_295L);
        assertThat(event.getCleanStart()).isFalse();
        assertThat(event.getOccurredAt()).isEqualTo(Instant.ofEpochMilli(1_795_154_500_000L));
        assertThat(event.getConnectedAt()).isEqualTo(Instant.ofEpochMilli(1_795_154_500_000L));
        assertThat(event.getCredentialExpiresAt()).isEqualTo(Instant.ofEpochMilli(1_795_158_100_000L));
        assertThat(event.getAttributes())
                .isEqualTo(Map.of(
                        "callback", "onAuthenticationSuccessful",
                        "listener.type", "TLS_TCP_LISTENER",
                        "listener.bindAddress", "0.0.0.0",
                        "listener.port", "8883",
                        "tls.protocol", "TLSv1.3",
                        "connect.hasPassword", "true",
                        "connect.will.topic", "gone"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"at\":1}|field event: expected text, found nothing",
                "{\"event\":\"client.connected\"}|field clientId: expected text, found nothing",
                "{\"event\":\"client.disconnected\",\"clientId\":\"d\"}|field callback: expected text, found nothing",
                "{\"event\":\"client.connected\",\"clientId\":\"d\",\"connect\":{\"keepAlive\":-1}}|field connect.keepAlive: expected a whole number from 0 to 2147483647, found a number",
                "{\"event\":\"broker.started\",\"at\":\"now\"}|field at: expected epoch milliseconds, found text"
            })
    void shouldSayWhichFieldIsWrongWhenMalformed(String payload, String why) {
        assertThat(Messages.malformed("hivemq", "", payload)).isEqualTo(why);
    }

    private static ConnectionEvent.Builder ended(String event, String callback, String code) {
        String reason = code == null ? "" : ",\"reasonCode\":\"" + code + "\"";
        return Messages.event(
                "hivemq",
                "",
                "{\"event\":\"%s\",\"callback\":\"%s\",\"clientId\":\"d\"%s}".formatted(event, callback, reason));
    }
}
