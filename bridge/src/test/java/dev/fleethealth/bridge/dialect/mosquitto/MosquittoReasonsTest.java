package dev.fleethealth.bridge.dialect.mosquitto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.CategorySource;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.schemas.Initiator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in which a connection ends or is refused, as each version's source writes it. */
class MosquittoReasonsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "malformed packet|DISCONNECTED|PROTOCOL_ERROR|SERVER",
                "protocol error|DISCONNECTED|PROTOCOL_ERROR|SERVER",
                "connection closed by client|DISCONNECTED|NETWORK_LOST|NETWORK",
                "not authorised|CONNECT_FAILED|NOT_AUTHORIZED|SERVER",
                "exceeded timeout|DISCONNECTED|KEEPALIVE_TIMEOUT|SERVER",
                "oversize packet|DISCONNECTED|PACKET_TOO_LARGE|SERVER",
                "oversize payload|DISCONNECTED|PACKET_TOO_LARGE|SERVER",
                "out of memory|DISCONNECTED|SERVER_ERROR|SERVER",
                "used disallowed feature (QoS too high, retain not supported, or bad AUTH method)|DISCONNECTED|UNSUPPORTED_FEATURE|SERVER",
                "administrative action|DISCONNECTED|ADMIN_KICK|SERVER",
                "Connection reset by peer|DISCONNECTED|NETWORK_LOST|NETWORK",
                "Protocol error|DISCONNECTED|TLS_ERROR|UNKNOWN",
                "receive maximum exceeded|DISCONNECTED|QUOTA_EXCEEDED|SERVER",
                "implementation specific error|DISCONNECTED|SERVER_ERROR|SERVER",
                "client identifier not valid|CONNECT_FAILED|CLIENT_ID_REJECTED|SERVER",
                "bad username or password|CONNECT_FAILED|BAD_CREDENTIALS|SERVER",
                "server unavailable|CONNECT_FAILED|SERVER_BUSY|SERVER",
                "server busy|CONNECT_FAILED|SERVER_BUSY|SERVER",
                "client banned|CONNECT_FAILED|BLOCKED|SERVER",
                "bad authentication method|CONNECT_FAILED|BAD_CREDENTIALS|SERVER",
                "quota exceeded|CONNECT_FAILED|CONNECTION_LIMIT|SERVER",
                "connection rate exceeded|CONNECT_FAILED|RATE_LIMITED|SERVER",
                "session taken over|DISCONNECTED|SESSION_TAKEN_OVER|SERVER",
                "topic alias invalid|DISCONNECTED|PROTOCOL_ERROR|SERVER",
                "non-matching http origin|CONNECT_FAILED|BLOCKED|SERVER",
                "No such errno of ours|DISCONNECTED|UNKNOWN|UNKNOWN"
            })
    void shouldCategorizeEachReasonOf21(String reason, EventType type, Category category, Initiator by) {
        // When
        ConnectionEvent.Builder event = Lines.event("2.1.2", "Client d1 [10.0.0.7:5768] disconnected: " + reason + ".");

        // Then
        assertIs(event, type, category, by);
        assertThat(event.getRawReason()).isEqualTo(reason);
        assertThat(event.getClientId()).isEqualTo("d1");
        assertThat(event.getConnectionId()).isEqualTo("10.0.0.7:5768");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The connection was lost|NETWORK_LOST",
                "A TLS error occurred|TLS_ERROR",
                "Malformed UTF-8|PROTOCOL_ERROR",
                "Ignore plugin|UNKNOWN"
            })
    void shouldCategorizeWhatHasNoSentenceOfItsOwn(String reason, Category category) {
        assertThat(Lines.event("2.1.2", "Client d1 [10.0.0.7:5768] disconnected: bad socket read/write: " + reason))
                .extracting(ConnectionEvent.Builder::getClientId, ConnectionEvent.Builder::getCategory)
                .containsExactly("d1", category);
        assertThat(Lines.event("2.0.22", "Bad socket read/write on client d1: " + reason + "."))
                .extracting(ConnectionEvent.Builder::getClientId, ConnectionEvent.Builder::getCategory)
                .containsExactly("d1", category);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Client d1 disconnected.|disconnected|DISCONNECTED|NORMAL|CLIENT",
                "Client d1 disconnected due to malformed packet.|malformed packet|DISCONNECTED|PROTOCOL_ERROR|SERVER",
                "Client d1 disconnected due to protocol error.|protocol error|DISCONNECTED|PROTOCOL_ERROR|SERVER",
                "Client d1 closed its connection.|closed its connection|DISCONNECTED|NETWORK_LOST|NETWORK",
                "Client d1 disconnected, not authorised.|not authorised|CONNECT_FAILED|NOT_AUTHORIZED|SERVER",
                "Client d1 has exceeded timeout, disconnecting.|has exceeded timeout, disconnecting|DISCONNECTED|KEEPALIVE_TIMEOUT|SERVER",
                "Client d1 disconnected due to oversize packet.|oversize packet|DISCONNECTED|PACKET_TOO_LARGE|SERVER",
                "Client d1 disconnected due to oversize payload.|oversize payload|DISCONNECTED|PACKET_TOO_LARGE|SERVER",
                "Client d1 disconnected due to out of memory.|out of memory|DISCONNECTED|SERVER_ERROR|SERVER",
                "Client d1 disconnected due to QoS too high or retain not supported.|QoS too high or retain not supported|DISCONNECTED|UNSUPPORTED_FEATURE|SERVER",
                "Client d1 disconnected due to using not allowed feature (QoS too high, retain not supported, or bad AUTH method).|using not allowed feature (QoS too high, retain not supported, or bad AUTH method)|DISCONNECTED|UNSUPPORTED_FEATURE|SERVER",
                "Client d1 been disconnected by administrative action.|administrative action|DISCONNECTED|ADMIN_KICK|SERVER",
                "Client d1 disconnected: Connection timed out.|Connection timed out|DISCONNECTED|NETWORK_LOST|NETWORK",
                "Client d1 disconnected: Protocol error.|Protocol error|DISCONNECTED|TLS_ERROR|UNKNOWN",
                "Client d1 already connected, closing old connection.|already connected, closing old connection|DISCONNECTED|SESSION_TAKEN_OVER|SERVER"
            })
    void shouldCategorizeEachEndOf20(String text, String rawReason, EventType type, Category category, Initiator by) {
        // When
        ConnectionEvent.Builder event = Lines.event("2.0.11", text);

        // Then
        assertIs(event, type, category, by);
        assertThat(event.getRawReason()).isEqualTo(rawReason);
        assertThat(event.getClientId()).isEqualTo("d1");
        assertThat(event.getConnectionId()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Client d1 disconnected.|DISCONNECTED|NORMAL|CLIENT",
                "Client d1 disconnected due to protocol error.|DISCONNECTED|PROTOCOL_ERROR|SERVER",
                "Client d1 disconnected, no longer authorised.|DISCONNECTED|NOT_AUTHORIZED|SERVER",
                "Client d1 has exceeded timeout, disconnecting.|DISCONNECTED|KEEPALIVE_TIMEOUT|SERVER",
                "Client d1 already connected, closing old connection.|DISCONNECTED|SESSION_TAKEN_OVER|SERVER",
                "Client d1 sent too large packet 70000, disconnecting.|DISCONNECTED|PACKET_TOO_LARGE|SERVER",
                "Socket error on client d1, disconnecting.|DISCONNECTED|NETWORK_LOST|NETWORK"
            })
    void shouldCategorizeEachEndOf16(String text, EventType type, Category category, Initiator by) {
        // When
        ConnectionEvent.Builder event = Lines.event("1.6.15", text);

        // Then
        assertIs(event, type, category, by);
        assertThat(event.getClientId()).isEqualTo("d1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.0.11|Client <unknown> disconnected, not authorised.|NOT_AUTHORIZED|SERVER",
                "2.0.11|Client <unknown> disconnected due to protocol error.|PROTOCOL_ERROR|SERVER",
                "2.0.11|Client <unknown> has exceeded timeout, disconnecting.|CONNECT_TIMEOUT|SERVER",
                "2.0.11|Client <unknown> closed its connection.|NETWORK_LOST|NETWORK",
                "2.0.11|Client <unknown> disconnected: Protocol error.|TLS_ERROR|UNKNOWN",
                "1.6.15|Socket error on client <unknown>, disconnecting.|UNKNOWN|UNKNOWN",
                "2.1.2|Client 10.0.0.7 [10.0.0.7:5768] disconnected: exceeded timeout.|CONNECT_TIMEOUT|SERVER",
                "2.1.2|Client 10.0.0.7 [10.0.0.7:5768] disconnected: connection closed by client.|NETWORK_LOST|NETWORK",
                "2.1.2|Client ::1 [::1:5768] disconnected: Protocol error.|TLS_ERROR|UNKNOWN",
                "2.1.2|Client connection from 10.0.0.7 denied: max_connections exceeded.|CONNECTION_LIMIT|SERVER",
                "1.6.15|Client connection from 10.0.0.7 denied access by tcpd.|BLOCKED|SERVER",
                "2.0.11|Client connection from ::1 failed: error:0A0000C7:SSL routines::peer did not return a certificate.|TLS_ERROR|SERVER"
            })
    void shouldNameNoClientWhenThereWasNoValidConnect(String version, String text, Category category, Initiator by) {
        // When
        ConnectionEvent.Builder event = Lines.event(version, text);

        // Then
        assertIs(event, EventType.CONNECT_FAILED, category, by);
        assertThat(event.getClientId()).isNull();
    }

    private static void assertIs(
            ConnectionEvent.Builder event, EventType type, Category category, Initiator initiator) {
        assertThat(event.getType()).isEqualTo(type);
        assertThat(event.getCategory()).isEqualTo(category);
        assertThat(event.getInitiator()).isEqualTo(initiator);
        assertThat(event.getCategorySource()).isEqualTo(CategorySource.REPORTED);
    }
}
