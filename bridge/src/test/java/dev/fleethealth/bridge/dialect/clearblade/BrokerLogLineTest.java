package dev.fleethealth.bridge.dialect.clearblade;

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

class BrokerLogLineTest {
    private static final String CLIENT_ID = "projects/p1/locations/us-central1/registries/r1/devices/d-1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "errored in authentication, sending connack rc4 and closing|CONNECT_FAILED|BAD_CREDENTIALS|SERVER",
                "closing client due to error: read tcp i/o timeout|DISCONNECTED|KEEPALIVE_TIMEOUT|SERVER",
                "connection was closed because there is another active connection with the same device ID|DISCONNECTED|SESSION_TAKEN_OVER|SERVER",
                "Registry is not active|CONNECT_FAILED|BLOCKED|SERVER",
                "Device is not active|CONNECT_FAILED|BLOCKED|SERVER",
                "reconnected too quickly|CONNECT_FAILED|RATE_LIMITED|SERVER",
                "mqtt: SERVER: The connection was closed because there is another active connection with the same device ID.|DISCONNECTED|SESSION_TAKEN_OVER|SERVER",
                "SERVER:The authorization token expired.|DISCONNECTED|CREDENTIAL_EXPIRED|SERVER",
                "Device is not active, sending connack rc5|CONNECT_FAILED|BLOCKED|SERVER",
                "closing client due to error: EOF|DISCONNECTED|NETWORK_LOST|NETWORK",
                "closing client due to error: read tcp 10.0.0.1:8883->203.0.113.7:51688: read: connection reset by peer|DISCONNECTED|NETWORK_LOST|NETWORK",
                "closing client due to error: something new|DISCONNECTED|UNKNOWN|UNKNOWN"
            })
    void shouldCategorizeEachLineOfTheTroubleshootingGuide(
            String line, EventType type, Category category, Initiator by) {
        // When
        ConnectionEvent.Builder event = Messages.event("clearblade", "", line);

        // Then
        assertThat(event.getType()).isEqualTo(type);
        assertThat(event.getCategory()).isEqualTo(category);
        assertThat(event.getInitiator()).isEqualTo(by);
        assertThat(event.getRawReason()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1,UNSUPPORTED_PROTOCOL_VERSION",
        "2,CLIENT_ID_REJECTED",
        "3,SERVER_BUSY",
        "4,BAD_CREDENTIALS",
        "5,NOT_AUTHORIZED",
        "19,UNKNOWN"
    })
    void shouldCategorizeEachConnackCodeHoweverItIsWritten(int code, Category category) {
        for (String form : new String[] {
            "sending connack rc%d and closing",
            "CONNACK rc=%d",
            "connack: %d",
            "MQTT CONNACK with return code 0x%02x",
            "CONNACK Return Code %d",
            "connack (code: %d)"
        }) {
            // When
            ConnectionEvent.Builder event = Messages.event("clearblade", "", form.formatted(code));

            // Then
            assertThat(event.getType()).as(form).isEqualTo(EventType.CONNECT_FAILED);
            assertThat(event.getCategory()).as(form).isEqualTo(category);
            assertThat(event.getRawReasonCode()).as(form).isEqualTo(code);
        }
    }

    @Test
    void shouldBeConnectedWhenTheConnackAccepts() {
        // When
        ConnectionEvent.Builder event = Messages.event("clearblade", "", "sending connack rc0 to " + CLIENT_ID);

        // Then
        assertThat(event.getType()).isEqualTo(EventType.CONNECTED);
        assertThat(event.getClientId()).isEqualTo(CLIENT_ID);
        assertThat(event.getCategory()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T06:00:00.123456Z ERROR closing client %s due",
                "[2026-11-20T06:00:00.123Z] %s:",
                "time=\"2026-11-20T07:00:00.123+01:00\" level=error client=\"%s\""
            })
    void shouldFindTimeClientAndReasonWhateverTheLayout(String layout) {
        // When
        ConnectionEvent.Builder event = Messages.event(
                "clearblade",
                "",
                layout.formatted(CLIENT_ID) + " read tcp 10.0.0.1:8883->203.0.113.7:51688: i/o timeout\n");

        // Then
        assertThat(event.getOccurredAt()).isEqualTo(Instant.parse("2026-11-20T06:00:00.123Z"));
        assertThat(event.getClientId()).isEqualTo(CLIENT_ID);
        assertThat(event.getCategory()).isEqualTo(Category.KEEPALIVE_TIMEOUT);
        assertThat(event.getRawReason()).endsWith("read tcp i/o timeout").doesNotContain("203.0.113.7", "d-1", "2026");
        assertThat(event.getPeerAddress()).isNull();
        assertThat(event.getAttributes()).containsOnly(Map.entry("remote", "203.0.113.7:51688"));
    }

    @Test
    void shouldNotBelieveADeviceThatIsCalledLikeAnError() {
        // Given
        String line = "subscribed projects/p/locations/l/registries/r/devices/Device_is_not_active ok";

        // When // Then
        assertThat(Messages.decode("clearblade", "", line)).isInstanceOf(Decoding.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client Device is not active: closing client due to error: read tcp i/o timeout",
                "The authorization token expired another active connection with the same device ID",
                "client reconnected too quickly got connack rc0"
            })
    void shouldBeMalformedWhenTheLineHasMoreThanOneReason(String line) {
        assertThat(Messages.malformed("clearblade", "", line))
                .isEqualTo("expected a line with one reason, found more than one");
    }

    @Test
    void shouldNameNobodyWhenTheLineNamesTwoClients() {
        // When
        ConnectionEvent.Builder event =
                Messages.event("clearblade", "", "Device is not active %s %s2".formatted(CLIENT_ID, CLIENT_ID));

        // Then
        assertThat(event.getClientId()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"listening on 8883", "connack", "connack rc", "connack 12345", "[INFO] connected"})
    void shouldIgnoreWhenTheLineTellsOfNoConnection(String line) {
        assertThat(Messages.decode("clearblade", "", line)).isInstanceOf(Decoding.Ignored.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-13-20T06:00:00Z Device is not active|the line's time: expected an RFC 3339 time since 1970, found other text",
                "Device\u0000 is not active|expected JSON or one line of a log, found other text",
                "' '|expected JSON or one line of a log, found other text"
            })
    void shouldSayWhatIsWrongWhenMalformed(String line, String why) {
        assertThat(Messages.malformed("clearblade", "", line)).isEqualTo(why);
    }

    @Test
    void shouldBeMalformedWhenThePayloadHasTwoLinesOrIsHuge() {
        assertThat(Messages.malformed("clearblade", "", "Device is not active\nDevice is not active"))
                .isEqualTo("expected JSON or one line of a log, found other text");
        assertThat(Messages.malformed("clearblade", "", "Device is not active".repeat(1000)))
                .isEqualTo("the line has 20000 bytes; at most 16384 are read");
    }
}
