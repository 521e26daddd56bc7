package dev.fleethealth.bridge.dialect.tdmq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.dialect.Decoding;
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
import org.junit.jupiter.params.provider.ValueSource;

class TdmqDialectTest {

    @ParameterizedTest
    @CsvSource({
        "normal,NORMAL,CLIENT",
        "takeovered,SESSION_TAKEN_OVER,SERVER",
        "taken over,SESSION_TAKEN_OVER,SERVER",
        "kicked,ADMIN_KICK,SERVER",
        "keepalive_timeout,KEEPALIVE_TIMEOUT,SERVER",
        "not_authenticated,BAD_CREDENTIALS,SERVER",
        "not_authorized,NOT_AUTHORIZED,SERVER",
        "tcp_closed,NETWORK_LOST,NETWORK",
        "ping_without_connect,PROTOCOL_ERROR,SERVER",
        "authentication_expired,CREDENTIAL_EXPIRED,SERVER",
        "too_many_connection,CONNECTION_LIMIT,SERVER",
        "go_away,SERVER_SHUTDOWN,SERVER",
        "client_id_too_long,CLIENT_ID_REJECTED,SERVER",
        "client_id_required,CLIENT_ID_REJECTED,SERVER",
        "client_id_invalid,CLIENT_ID_REJECTED,SERVER",
        "bad_will_message,TOPIC_OR_PAYLOAD_INVALID,SERVER",
        "server_internal_error,SERVER_ERROR,SERVER",
        "brand_new_reason,UNKNOWN,UNKNOWN"
    })
    void shouldCategorizeEachDocumentedReasonAndKeepItsSpelling(String reason, Category category, Initiator by) {
        // When
        ConnectionEvent.Builder event = Messages.event("tdmq", "$events/client_disconnected", disconnected(reason));

        // Then
        assertThat(event.getCategory()).isEqualTo(category);
        assertThat(event.getInitiator()).isEqualTo(by);
        assertThat(event.getRawReason()).isEqualTo(reason);
    }

    @Test
    void shouldHaveNoConnectionIdWhenOnlyTheDisconnectNamesThePeer() {
        // When
        ConnectionEvent.Builder event = Messages.event("tdmq", "", disconnected("normal"));

        // Then
        assertThat(event.getPeerAddress()).isEqualTo("10.0.0.7");
        assertThat(event.getPeerPort()).isEqualTo(5768);
        assertThat(event.getConnectionId()).isNull();
        assertThat(event.getOccurredAt()).isEqualTo(Instant.ofEpochMilli(1724136603072L));
    }

    @Test
    void shouldMapEveryDocumentedFieldWhenAClientConnects() {
        // When
        ConnectionEvent.Builder event = Messages.event("tdmq", "$event/client_connected", """
                {"clientid":"d1","clean_start":false,"connected_at":1717651184811,"event":"client.connected",
                 "keepalive":60,"node":"10.0.0.1:1883","proto_ver":4,"timestamp":1717651184999,"username":"u",
                 "instance":"mqtt-1"}""");

        // Then
        assertThat(event.getType()).isEqualTo(EventType.CONNECTED);
        assertThat(event.getClientId()).isEqualTo("d1");
        assertThat(event.getUsername()).isEqualTo("u");
        assertThat(event.getNode()).isEqualTo("10.0.0.1:1883");
        assertThat(event.getProtocolLevel()).isEqualTo(4);
        assertThat(event.getKeepAliveSeconds()).isEqualTo(60);
        assertThat(event.getCleanStart()).isFalse();
        assertThat(event.getOccurredAt()).isEqualTo(Instant.ofEpochMilli(1717651184811L));
        assertThat(event.getConnectedAt()).isEqualTo(Instant.ofEpochMilli(1717651184811L));
        assertThat(event.getAttributes()).containsOnly(Map.entry("instance", "mqtt-1"));
    }

    @Test
    void shouldNameNoClientWhenTheClientHadNoId() {
        // Given
        String payload = disconnected("client_id_required").replace("d1", "");

        // When // Then
        assertThat(Messages.event("tdmq", "", payload).getClientId()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"certificate.registered", "certificate.rejected", "client.renamed"})
    void shouldIgnoreWhenTheEventIsNotAboutConnections(String event) {
        assertThat(Messages.decode("tdmq", "$events/client_connected", "{\"event\":\"" + event + "\"}"))
                .isInstanceOf(Decoding.Ignored.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"clientid\":\"d1\"}|field event: expected text, found nothing",
                "{\"event\":\"client.connected\"}|field clientid: expected text, found nothing",
                "{\"event\":\"client.connected\",\"clientid\":7}|field clientid: expected text, found a number",
                "{\"event\":\"client.connected\",\"clientid\":\"d\",\"connected_at\":\"1717651184811\"}|field connected_at: expected epoch milliseconds, found text",
                "{\"event\":\"client.disconnected\",\"clientid\":\"d\",\"peername\":\"10.0.0.1\"}|field peername: expected ip:port, found other text"
            })
    void shouldSayWhichFieldIsWrongWhenMalformed(String payload, String why) {
        assertThat(Messages.malformed("tdmq", "$events/client_connected", payload))
                .isEqualTo(why);
    }

    private static String disconnected(String reason) {
        return """
                {"clientid":"d1","username":"u","event":"client.disconnected","reason":"%s","node":"sz-h-125xm",
                 "peername":"10.0.0.7:5768","disconnected_at":1724136603072}""".formatted(reason);
    }
}
