package dev.fleethealth.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.schemas.SampleRecords;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    private static final String SMALLEST = """
            {"eventId":"e","type":"CONNECTED","source":"emqx","fleet":"f","occurredAt":1,"receivedAt":2}""";

    @Test
    void shouldWriteOneLineWithSortedMapKeysAndWithoutAbsentFields() {
        assertThat(CanonicalJson.write(SampleRecords.disconnected())).isEqualTo("""
                {"eventId":"e-1","type":"DISCONNECTED","source":"emqx","fleet":"acme/pumps","clientId":"pump-7",\
                "peerAddress":"192.0.2.7","peerPort":50123,"keepAliveSeconds":60,"sessionExpirySeconds":4294967295,\
                "cleanStart":false,"occurredAt":1763600000123,"receivedAt":1763600000456,\
                "category":"KEEPALIVE_TIMEOUT","initiator":"NETWORK","categorySource":"REPORTED",\
                "rawReason":"keepalive_timeout","attributes":{"cert":"CN=pump-7","mountpoint":"eu"}}""");
    }

    @ParameterizedTest
    @ValueSource(classes = {ConnectionEvent.class, Alert.class})
    void shouldReadWhatItWrote(Class<? extends SpecificRecord> type) {
        SampleRecords samples = new SampleRecords(20_261_120);
        for (int round = 0; round < 2_000; round++) {
            // Given
            SpecificRecord record = samples.next(type);

            // When
            String line = CanonicalJson.write(record);

            // Then
            assertThat(line).doesNotContain("\n");
            assertThat(CanonicalJson.read(line, type)).isEqualTo(record);
        }
    }

    @Test
    void shouldFillInDefaultsWhenFieldsAreAbsentOrNull() {
        // When
        ConnectionEvent event = CanonicalJson.read(
                SMALLEST.replace("}", ",\"clientId\":null,\"attributes\":null}"), ConnectionEvent.class);

        // Then
        assertThat(event.getType()).isEqualTo(EventType.CONNECTED);
        assertThat(event.getReceivedAt()).isEqualTo(Instant.ofEpochMilli(2));
        assertThat(event.getClientId()).isNull();
        assertThat(event.getAttributes()).isEmpty();
    }

    @Test
    void shouldNotShareDefaultsBetweenRecords() {
        // Given
        ConnectionEvent first = CanonicalJson.read(SMALLEST, ConnectionEvent.class);

        // When
        first.getAttributes().put("k", "v");

        // Then
        assertThat(CanonicalJson.read(SMALLEST, ConnectionEvent.class).getAttributes())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "eventId":"e"         | "eventIdd":"e"             | field "eventIdd": is unknown, did you mean "eventId"?
            "eventId":"e"         | "qqq":1                    | field "qqq": is unknown, expected one of attributes, category
            "eventId":"e"         | "source":"x"               | field "source": stands twice
            "eventId":"e"         | "clientId":"x"             | field "eventId": is missing
            "eventId":"e"         | "eventId":null             | field "eventId": is missing
            "eventId":"e"         | "eventId":7                | field "eventId": expected a string, found an integer
            "type":"CONNECTED"    | "type":"CONECTED"          | field "type": unknown EventType "CONECTED", did you mean "CONNECTED"?
            "type":"CONNECTED"    | "type":1                   | field "type": expected a name of EventType, found an integer
            "occurredAt":1        | "occurredAt":"now"         | field "occurredAt": expected a time in milliseconds since 1970, found a string
            "occurredAt":1        | "occurredAt":1.5           | field "occurredAt": expected a time in milliseconds since 1970, found a number with a fraction
            "occurredAt":1        | "occurredAt":99999999999999999999 | field "occurredAt": expected a time in milliseconds since 1970, found a greater one
            "fleet":"f"           | "fleet":"f","peerPort":4294967296 | field "peerPort": expected an integer of 32 bits, found 4294967296
            "fleet":"f"           | "fleet":"f","cleanStart":"yes" | field "cleanStart": expected true or false, found a string
            "fleet":"f"           | "fleet":"f","attributes":[] | field "attributes": expected an object, found an array
            "fleet":"f"           | "fleet":"f","attributes":{"a":1} | field "attributes": expected a string, found an integer
            "fleet":"f"           | "fleet":"f","attributes":{"a":null} | field "attributes": expected a string, found null
            "fleet":"f"           | "fleet":"f","attributes":{"a":"1","a":"2"} | field "attributes": key "a" stands twice
            """)
    void shouldNameFieldAndExpectationWhenFieldIsWrong(String right, String wrong, String message) {
        assertThat(SMALLEST).contains(right);
        assertThatThrownBy(() -> CanonicalJson.read(SMALLEST.replace(right, wrong), ConnectionEvent.class))
                .isInstanceOf(CanonicalJsonException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "null",
                "[]",
                "7",
                "\"x\"",
                "{",
                "{\"eventId\":",
                "nonsense",
                "{\"eventId\":\"\\ud800",
                "\0"
            })
    void shouldRefuseWhatIsNoJsonObject(String text) {
        assertThatThrownBy(() -> CanonicalJson.read(text, ConnectionEvent.class))
                .isInstanceOf(CanonicalJsonException.class);
    }

    @Test
    void shouldRefuseMoreAfterTheObject() {
        assertThatThrownBy(() -> CanonicalJson.read(SMALLEST + SMALLEST, ConnectionEvent.class))
                .isInstanceOf(CanonicalJsonException.class)
                .hasMessageContaining("goes on after the object");
    }

    @Test
    void shouldRefuseBombs() {
        String deep = SMALLEST.replace("\"f\"", "[".repeat(100_000));
        String longText = SMALLEST.replace("\"f\"", '"' + "x".repeat(70_000) + '"');
        String longName = SMALLEST.replace("\"fleet\"", '"' + "x".repeat(70_000) + '"');
        String longNumber = SMALLEST.replace("1,", "1".repeat(2_000) + ",");

        for (String bomb : new String[] {deep, longText, longName, longNumber}) {
            assertThatThrownBy(() -> CanonicalJson.read(bomb, ConnectionEvent.class))
                    .isInstanceOf(CanonicalJsonException.class)
                    .extracting(Throwable::getMessage)
                    .asString()
                    .hasSizeLessThan(300);
        }
    }

    @Test
    void shouldShowHostileNamesWithoutControlCharacters() {
        assertThatThrownBy(() -> CanonicalJson.read("{\"a\\u001b[31m\\nb\":1}", ConnectionEvent.class))
                .isInstanceOf(CanonicalJsonException.class)
                .hasMessageStartingWith("field \"a?[31m?b\": is unknown");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void shouldRefuseToWriteNumbersThatJsonDoesNotKnow(double number) {
        // Given
        Alert alert = new SampleRecords(1).next(Alert.class);
        alert.put(Alert.getClassSchema().getField("observed").pos(), number);

        // Then
        assertThatThrownBy(() -> CanonicalJson.write(alert))
                .isInstanceOf(CanonicalJsonException.class)
                .hasMessageStartingWith("field \"observed\": expected a finite number");
    }

    @Test
    void shouldReadIntegersAsDoublesAndRefuseInfiniteOnes() {
        // Given
        Alert alert = new SampleRecords(1).next(Alert.class);
        alert.put(Alert.getClassSchema().getField("observed").pos(), 1234.5);
        String line = CanonicalJson.write(alert);

        // Then
        assertThat(CanonicalJson.read(line.replace("1234.5", "1234"), Alert.class)
                        .getObserved())
                .isEqualTo(1234.0);
        assertThatThrownBy(() -> CanonicalJson.read(line.replace("1234.5", "1e999"), Alert.class))
                .hasMessageStartingWith("field \"observed\": expected a number within the range of a double");
    }

    @Test
    void shouldNotDependOnTheOrderOfMapEntries() {
        ConnectionEvent one = ConnectionEvent.newBuilder(SampleRecords.disconnected())
                .setAttributes(new LinkedHashMap<>(Map.of("a", "1")))
                .build();
        one.getAttributes().put("b", "2");
        ConnectionEvent other = ConnectionEvent.newBuilder(one)
                .setAttributes(new LinkedHashMap<>(Map.of("b", "2")))
                .build();
        other.getAttributes().put("a", "1");

        assertThat(CanonicalJson.write(one)).isEqualTo(CanonicalJson.write(other));
    }
}
