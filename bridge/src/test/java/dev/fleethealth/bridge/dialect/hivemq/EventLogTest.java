package dev.fleethealth.bridge.dialect.hivemq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.Messages;
import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.schemas.Initiator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventLogTest {
    private static final String TIME = "2026-11-20 06:11:08,385 - ";
    private static final List<String> LINES = List.of(
            "Client ID: ID, IP: 10.0.0.7, Clean Start: true, Session Expiry: 0 connected.",
            "Client ID: ID, IP: 10.0.0.7 disconnected gracefully.",
            "Client ID: ID, IP: 10.0.0.7 disconnected gracefully. Reason given by client: bye",
            "Client ID: ID, IP: 10.0.0.7 disconnected ungracefully from TCP Listener on port: 1883.",
            "Client ID: ID, IP: 10.0.0.7 was disconnected. reason: Client was idle for too long.");

    @Test
    void shouldMapEveryFieldWhenAClientConnects() {
        // When
        ConnectionEvent.Builder event =
                event("Client ID: d1, IP: 10.0.0.7, Clean Start: false, Session Expiry: 4294967295 connected.");

        // Then
        assertThat(event.getType()).isEqualTo(EventType.CONNECTED);
        assertThat(event.getClientId()).isEqualTo("d1");
        assertThat(event.getPeerAddress()).isEqualTo("10.0.0.7");
        assertThat(event.getCleanStart()).isFalse();
        assertThat(event.getSessionExpirySeconds()).isEqualTo(4_294_967_295L);
        assertThat(event.getOccurredAt()).isEqualTo(Instant.parse("2026-11-20T06:11:08.385Z"));
        assertThat(event.getConnectionId()).isNull();
    }

    @Test
    void shouldLeaveOutWhatTheBrokerDoesNotKnow() {
        // When
        ConnectionEvent.Builder event =
                event("Client ID: d1, IP: UNKNOWN, Clean Start: UNKNOWN, Session Expiry: UNKNOWN connected.");

        // Then
        assertThat(event.getPeerAddress()).isNull();
        assertThat(event.getCleanStart()).isNull();
        assertThat(event.getSessionExpirySeconds()).isNull();
    }

    @Test
    void shouldTakeTheTimeOfExpiryWhenASessionExpired() {
        // When
        ConnectionEvent.Builder event = event("Client ID: d1 session has expired at 2026-11-20 06:11:01."
                + " All persistent data for this client has been removed.");

        // Then
        assertThat(event.getType()).isEqualTo(EventType.SESSION_EXPIRED);
        assertThat(event.getClientId()).isEqualTo("d1");
        assertThat(event.getOccurredAt()).isEqualTo(Instant.parse("2026-11-20T06:11:01Z"));
        assertThat(event.getCategory()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "disconnected gracefully.|NORMAL|CLIENT|{}",
                "disconnected gracefully. Reason given by client: bye|NORMAL|CLIENT|{reasonString=bye}",
                "disconnected gracefully. Reason given by client: , Clean Start: true, Session Expiry: 0 connected.|NORMAL|CLIENT|{reasonString=, Clean Start: true, Session Expiry: 0 connected.}",
                "disconnected ungracefully.|NETWORK_LOST|NETWORK|{}",
                "disconnected ungracefully from TCP Listener with TLS on port: 8883.|NETWORK_LOST|NETWORK|{listener.port=8883, listener.type=TCP Listener with TLS}"
            })
    void shouldTellHowAConnectionEndedWhenTheClientLeft(
            String what, Category category, Initiator by, String attributes) {
        // When
        ConnectionEvent.Builder event = event("Client ID: d1, IP: 10.0.0.7 " + what);

        // Then
        assertThat(event.getType()).isEqualTo(EventType.DISCONNECTED);
        assertThat(event.getClientId()).isEqualTo("d1");
        assertThat(event.getCategory()).isEqualTo(category);
        assertThat(event.getInitiator()).isEqualTo(by);
        assertThat(event.hasAttributes() ? new TreeMap<>(event.getAttributes()) : Map.of())
                .hasToString(attributes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Client was idle for too long|DISCONNECTED|KEEPALIVE_TIMEOUT",
                "Another client connected with the same client id.|DISCONNECTED|SESSION_TAKEN_OVER",
                "Sent second CONNECT message|DISCONNECTED|PROTOCOL_ERROR",
                "Sent a PUBLISH with an invalid QoS|DISCONNECTED|PROTOCOL_ERROR",
                "Sent a message that was bigger than the maximum size|DISCONNECTED|PACKET_TOO_LARGE",
                "Sent too many concurrent PUBLISH messages|DISCONNECTED|QUOTA_EXCEEDED",
                "Sent PUBLISH with QoS (2) higher than the allowed maximum (1)|DISCONNECTED|UNSUPPORTED_FEATURE",
                "Sent a SUBSCRIBE, which matches a shared subscription '$share/g/t', although shared subscriptions are disabled|DISCONNECTED|UNSUPPORTED_FEATURE",
                "Sent a SUBSCRIBE with subscription identifier = '0'|DISCONNECTED|PROTOCOL_ERROR",
                "Sent a SUBSCRIBE with a subscription identifier|DISCONNECTED|UNSUPPORTED_FEATURE",
                "Sent a PUBLISH with wildcard character (#/+) in topic: a/#|DISCONNECTED|TOPIC_OR_PAYLOAD_INVALID",
                "Sent PUBLISH for a topic that starts with '$'.|DISCONNECTED|TOPIC_OR_PAYLOAD_INVALID",
                "Sent PUBLISH, but its onward delivery was prevented by a publish inbound interceptor|DISCONNECTED|NOT_AUTHORIZED",
                "Not authorized to subscribe to topic 'a' with QoS '1'|DISCONNECTED|NOT_AUTHORIZED",
                "Disconnected via extension system|DISCONNECTED|ADMIN_KICK",
                "Channel exception: Connection reset by peer|DISCONNECTED|NETWORK_LOST",
                "SSL message transmission failed for TCP Listener with TLS on port: 8883|DISCONNECTED|TLS_ERROR",
                "Different auth method|DISCONNECTED|BAD_CREDENTIALS",
                "The configured maximum amount of connections is reached|CONNECT_FAILED|CONNECTION_LIMIT",
                "Invalid CONNECT protocol name|CONNECT_FAILED|PROTOCOL_ERROR",
                "Sent CONNECT with an invalid protocol version|CONNECT_FAILED|UNSUPPORTED_PROTOCOL_VERSION",
                "Sent CONNECT with empty client id|CONNECT_FAILED|CLIENT_ID_REJECTED",
                "Sent a CONNECT with invalid username/password combination|CONNECT_FAILED|BAD_CREDENTIALS",
                "Sent a CONNECT with Will Retain set to 1 although retain is not available|CONNECT_FAILED|UNSUPPORTED_FEATURE",
                "Sent CONNECT exceeded the maximum permissible size|CONNECT_FAILED|PACKET_TOO_LARGE",
                "Sent a CONNECT message with an not authorized Will Publish to topic 'a' with QoS '0'|CONNECT_FAILED|NOT_AUTHORIZED",
                "No CONNECT sent in time|CONNECT_FAILED|CONNECT_TIMEOUT",
                "JWT expired|DISCONNECTED|UNKNOWN",
                "Sentence of an extension|DISCONNECTED|UNKNOWN"
            })
    void shouldCategorizeEachKindOfSentenceWhenTheBrokerEndsAConnection(
            String reason, EventType type, Category category) {
        // When
        ConnectionEvent.Builder event = event("Client ID: d1, IP: 10.0.0.7 was disconnected. reason: " + reason + ".");

        // Then
        assertThat(event.getType()).isEqualTo(type);
        assertThat(event.getCategory()).isEqualTo(category);
        assertThat(event.getClientId()).isEqualTo("d1");
        assertThat(event.getRawReason() + ".").isEqualTo(reason.endsWith(".") ? reason : reason + ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "was disconnected. reason: SSL handshake failed for TCP Listener with TLS on port: 8883.|TLS_ERROR",
                "was disconnected. reason: Sent other message before CONNECT.|PROTOCOL_ERROR",
                "disconnected ungracefully from TCP Listener on port: 1883.|NETWORK_LOST"
            })
    void shouldNameNoClientWhenThereWasNoValidConnect(String what, Category category) {
        // When
        ConnectionEvent.Builder event = event("Client ID: UNKNOWN, IP: 10.0.0.7 " + what);

        // Then
        assertThat(event.getType()).isEqualTo(EventType.CONNECT_FAILED);
        assertThat(event.getClientId()).isNull();
        assertThat(event.getCategory()).isEqualTo(category);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "victim",
                "victim, IP: 10.6.6.6 disconnected gracefully.",
                "victim, IP: 10.6.6.6 disconnected gracefully. Reason given by client: x",
                "victim, IP: 10.6.6.6, Clean Start: true, Session Expiry: 0 connected.",
                "victim, IP: 10.6.6.6 was disconnected. reason: x",
                "victim session has expired at 2026-11-20 06:11:01. All persistent data for this client has been removed.",
                ", IP: "
            })
    void shouldReadTheWholeIdWhateverItSays(String id) {
        assertThat(LINES).allSatisfy(line -> {
            assertThat(event(line.replace("ID: ID", "ID: " + id)).getClientId()).isEqualTo(id);
            assertThat(event(line.replace("ID: ID", "ID: " + id)).getPeerAddress())
                    .isEqualTo("10.0.0.7");
        });
    }

    @Test
    void shouldStartWithTheTrueIdWhenTheClientsReasonMakesTheLineAmbiguous() {
        // When
        ConnectionEvent.Builder event = event("Client ID: d1, IP: 10.0.0.7 disconnected gracefully."
                + " Reason given by client: x, IP: 10.6.6.6 was disconnected. reason: y.");

        // Then
        assertThat(event.getClientId()).startsWith("d1, IP: 10.0.0.7 disconnected gracefully.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Received AUTH from Client ID: d1, IP: 10.0.0.7, reason code: SUCCESS.",
                "Outgoing publish message was dropped. Receiving client: d1, topic: t, qos: 0, reason: offline."
            })
    void shouldIgnoreOtherLinesOfTheLog(String text) {
        assertThat(Messages.decode("hivemq", "", TIME + text)).isInstanceOf(Decoding.Ignored.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-20 06:11:08,385 - Client ID: d1, IP: 10.0.0.7|begins like a line about a client, but goes on as HiveMQ's event.log never does",
                "2026-11-20 06:11:08,385 - Client ID: d1, IP: 10.0.0.7 disconnected.|begins like a line about a client, but goes on as HiveMQ's event.log never does",
                "2026-11-20 06:11:08,385 - Client ID: d1, IP: 10.0.0.7, Clean Start: connected.|begins like a line about a client, but goes on as HiveMQ's event.log never does",
                "2026-11-20 06:11:08,385 - Client ID: d1, IP: 10.0.0.7, Clean Start: maybe, Session Expiry: 0 connected.|begins like a line about a client, but goes on as HiveMQ's event.log never does",
                "2026-11-20 06:11:08,385 - Client ID: d1, IP: 10.0.0.7, Clean Start: true, Session Expiry: -1 connected.|begins like a line about a client, but goes on as HiveMQ's event.log never does",
                "2026-11-20 06:11:08,385 - Client ID: , IP: |begins like a line about a client, but goes on as HiveMQ's event.log never does",
                "2026-11-20 Client ID: d1, IP: 10.0.0.7 disconnected gracefully.|expected a line that starts with date, time and \"- \""
            })
    void shouldSayWhatIsWrongWhenALineIsCutShortOrForeign(String line, String why) {
        assertThat(Messages.malformed("hivemq", "", line)).isEqualTo(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {", IP: ", " a", "SSL ", ", Clean Start: true"})
    void shouldTakeNoTimeWhenALineIsMadeToBeSlow(String piece) {
        // Given
        String line = TIME + "Client ID: d1, IP: 10.0.0.7 was disconnected. reason: " + piece.repeat(1_500) + ".";

        // When // Then
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 2_000; i++) {
                Messages.decode("hivemq", "", line);
            }
        });
    }

    private static ConnectionEvent.Builder event(String text) {
        return Messages.event("hivemq", "", TIME + text);
    }
}
