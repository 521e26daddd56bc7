package dev.fleethealth.bridge.mapped;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.DialectOptions;
import dev.fleethealth.bridge.dialect.Messages;
import dev.fleethealth.bridge.event.EventFinisher;
import dev.fleethealth.bridge.event.EventOrigin;
import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.schemas.Initiator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedDialectTest {
    private static final String UP = "{\"what\": \"up\", \"who\": {\"id\": \"d1\"}, \"at\": 1763600000.5%s}";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeMapping() throws IOException {
        file = folder.resolve("plant.yaml");
        Files.writeString(file, """
                id: plant
                absent: ["-"]
                messages:
                  - {becomes: connected, when: {/what: [up]}}
                  - {becomes: disconnected, when: {/what: [down]}}
                  - {becomes: connect-failed, topic: plant/+/refused}
                  - {becomes: subscribed, when: {topic/2: [subscriptions]}}
                  - {becomes: broker-started, when: {/what: [hello]}}
                  - {becomes: ignored, when: {/what: [ping, pong]}}
                fields:
                  client-id: [/who/id, topic/3]
                  username: [/who/user]
                  peer: [/from]
                  protocol-level: [/mqtt]
                  keep-alive: [/keepAliveMillis]
                  session-expiry: [/expiryMinutes]
                  clean-start: [/clean]
                  occurred-at: [/at]
                  credential-expires-at: [/exp]
                  sequence: [/number]
                  reason: [/why]
                  reason-code: [/code]
                units: {time: epoch-seconds, keep-alive: 1ms, session-expiry: 1m}
                mqtt-reasons: true
                reasons:
                  - {raw: [gone dark], category: keepalive-timeout, initiator: server}
                  - {raw: ["7"], situation: connect, category: blocked, initiator: server}
                """);
    }

    @Test
    void shouldFillEveryMappedFieldInTheEventsUnits() throws IOException {
        // When
        ConnectionEvent.Builder event = event(
                "any",
                UP.formatted(
                        ", \"from\": \"[::1]:5001\", \"mqtt\": \"3.1.1\", \"keepAliveMillis\": \"90500\","
                                + " \"expiryMinutes\": 2, \"clean\": 1, \"exp\": 1763603600, \"number\": 7, \"colour\": \"red\""));

        // Then
        assertThat(event.getType()).isEqualTo(EventType.CONNECTED);
        assertThat(event.getClientId()).isEqualTo("d1");
        assertThat(event.getPeerAddress()).isEqualTo("::1");
        assertThat(event.getPeerPort()).isEqualTo(5001);
        assertThat(event.getProtocolLevel()).isEqualTo(4);
        assertThat(event.getKeepAliveSeconds()).isEqualTo(90);
        assertThat(event.getSessionExpirySeconds()).isEqualTo(120);
        assertThat(event.getCleanStart()).isTrue();
        assertThat(event.getOccurredAt()).isEqualTo(Instant.ofEpochMilli(1_763_600_000_500L));
        assertThat(event.getCredentialExpiresAt()).isEqualTo(Instant.ofEpochSecond(1_763_603_600));
        assertThat(event.getSequence()).isEqualTo(7);
        assertThat(event.getAttributes()).containsOnlyKeys("colour");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"why\": \"Gone-Dark\"', KEEPALIVE_TIMEOUT, SERVER",
        "'\"why\": \"session taken over\"', SESSION_TAKEN_OVER, SERVER",
        "'\"why\": \"phase of the moon\", \"code\": 141', KEEPALIVE_TIMEOUT, SERVER",
        "'\"code\": 4', DISCONNECT_WITH_WILL, CLIENT",
        "'\"why\": \"phase of the moon\"', UNKNOWN, UNKNOWN",
        "'\"why\": \"-\"', UNKNOWN, UNKNOWN"
    })
    void shouldLookUpReasonsInTheMappingAndThenInMqtt(String reason, Category category, Initiator initiator)
            throws IOException {
        // When
        ConnectionEvent.Builder event = event("t", "{\"what\": \"down\", \"who\": {\"id\": \"d1\"}, " + reason + "}");

        // Then
        assertThat(event.getCategory()).isEqualTo(category);
        assertThat(event.getInitiator()).isEqualTo(initiator);
        assertThat(event.getRawReason()).isNotEqualTo("-");
    }

    @Test
    void shouldUseTheTopicWhereTheMappingSaysSo() throws IOException {
        // When
        ConnectionEvent.Builder refused = event("plant/7/refused", "{\"code\": 7}");
        ConnectionEvent.Builder subscribed = event("plant/subscriptions/d9", "{}");

        // Then
        assertThat(refused.getType()).isEqualTo(EventType.CONNECT_FAILED);
        assertThat(refused.getCategory()).isEqualTo(Category.BLOCKED);
        assertThat(subscribed.getType()).isEqualTo(EventType.SUBSCRIBED);
        assertThat(subscribed.getClientId()).isEqualTo("d9");
    }

    @Test
    void shouldMakeAnEventOfEachObjectOfAnArrayAndLeaveOutWhatIsIgnored() throws IOException {
        // When
        Decoding decoding = decode("t", "[" + UP.formatted("") + ", {\"what\": \"ping\"}, " + UP.formatted("") + "]");

        // Then
        assertThat(((Decoding.Events) decoding).drafts()).hasSize(2);
        assertThat(decode("t", "[{\"what\": \"ping\"}]")).isInstanceOf(Decoding.Ignored.class);
    }

    @Test
    void shouldTellTheEventsOfALongArrayApartInLittleTime() {
        // Given
        String payload = "[" + String.join(",", Collections.nCopies(1_500, UP.formatted(""))) + "]";
        BrokerMessage message = new BrokerMessage("t", payload.getBytes(StandardCharsets.UTF_8), Messages.RECEIVED_AT);
        Decoding.Events events = (Decoding.Events) decode("t", payload);

        // When
        List<String> ids = new EventFinisher(EventOrigin.of("plant"))
                .finish(message, events).stream()
                        .map(ConnectionEvent::getEventId)
                        .distinct()
                        .toList();

        // Then
        assertThat(ids).hasSize(1_500);
        assertThat(((Decoding.Events) decode("t", payload)).drafts().get(1_499).getEventId())
                .isEqualTo(ids.get(1_499));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"what": "sideways"} | expected one of the messages that the mapping has, found another
            {"what": "up", "at": 1} | expected the client id, found nothing where the mapping has it
            {"what": "up", "who": {"id": "d1"}, "at": "soon"} | field /at: expected epoch seconds, found other text
            {"what": "up", "who": {"id": "d1"}, "at": 1e999999999} | field /at: expected epoch seconds, found other text
            {"what": "up", "who": {"id": "d1"}, "from": "here"} | field /from: expected ip:port, found other text
            {"what": "up", "who": {"id": "d1"}, "clean": "maybe"} | field /clean: expected true, false, 1 or 0, found other text
            {"what": "up", "who": {"id": "d1"}, "number": -1} | field /number: expected a whole number from 0, found other text
            ["up"] | expected a JSON object, found text
            """)
    void shouldSayWhatWasExpectedWhereWhenAMessageDoesNotFit(String payload, String why) throws IOException {
        // When // Then
        assertThat(decode("t/t", payload)).isEqualTo(new Decoding.Malformed(why));
    }

    private ConnectionEvent.Builder event(String topic, String payload) throws IOException {
        Decoding decoding = decode(topic, payload);
        assertThat(decoding).isInstanceOf(Decoding.Events.class);
        return ((Decoding.Events) decoding).drafts().get(0);
    }

    private Decoding decode(String topic, String payload) {
        return MappedDialectFactory.read(file)
                .create(DialectOptions.NONE)
                .decode(new BrokerMessage(topic, payload.getBytes(StandardCharsets.UTF_8), Messages.RECEIVED_AT));
    }
}
