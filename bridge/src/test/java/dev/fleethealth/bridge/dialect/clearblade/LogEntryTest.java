package dev.fleethealth.bridge.dialect.clearblade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.Messages;
import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.schemas.Initiator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogEntryTest {
    private static final String CLIENT_ID = "projects/p1/locations/us-central1/registries/r1/devices/d-1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SERVER: The connection was closed because there is another active connection with the same device ID.|6|SESSION_TAKEN_OVER|SERVER",
                "SERVER:The authorization token expired.|16|CREDENTIAL_EXPIRED|SERVER",
                "mqtt: The connection broke or was closed by the client.|9|NETWORK_LOST|NETWORK",
                "SERVER: The connection is closed because the server is shutting down.|14|SERVER_SHUTDOWN|SERVER",
                "mqtt: SERVER: The connection was closed because MQTT keep-alive check failed.|9|KEEPALIVE_TIMEOUT|SERVER",
                "a message nobody knows|9|UNKNOWN|UNKNOWN",
                "a message nobody knows|6|SESSION_TAKEN_OVER|SERVER",
                "a message nobody knows|7|NOT_AUTHORIZED|SERVER",
                "a message nobody knows|8|QUOTA_EXCEEDED|SERVER",
                "a message nobody knows|13|SERVER_ERROR|SERVER",
                "a message nobody knows|14|SERVER_BUSY|SERVER",
                "a message nobody knows|16|BAD_CREDENTIALS|SERVER"
            })
    void shouldGoByTheMessageAndElseByTheCodeWhenADeviceDisconnects(
            String message, int code, Category category, Initiator by) {
        // When
        ConnectionEvent.Builder event = activity(
                "\"eventType\":\"DISCONNECT\",\"status\":{\"code\":%d,\"message\":\"%s\"}".formatted(code, message));

        // Then
        assertThat(event.getType()).isEqualTo(EventType.DISCONNECTED);
        assertThat(event.getCategory()).isEqualTo(category);
        assertThat(event.getInitiator()).isEqualTo(by);
        assertThat(event.getRawReason()).isEqualTo(message);
        assertThat(event.getRawReasonCode()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"status\":{\"code\":0,\"description\":\"OK\"}|NORMAL|CLIENT",
                "\"status\":{}|NORMAL|CLIENT",
                "\"disconnectType\":\"CLIENT\",\"status\":{}|NORMAL|CLIENT",
                "\"disconnectType\":\"CLIENT\"|NORMAL|CLIENT",
                "\"disconnectType\":\"SERVER\",\"status\":{}|UNKNOWN|SERVER",
                "\"disconnectType\":\"SERVER\"|UNKNOWN|UNKNOWN",
                "\"protocol\":\"MQTT\"|UNKNOWN|UNKNOWN"
            })
    void shouldBeNormalOnlyWhenTheServiceSaysSo(String fields, Category category, Initiator by) {
        // When
        ConnectionEvent.Builder event = activity("\"eventType\":\"DISCONNECT\"," + fields);

        // Then
        assertThat(event.getCategory()).isEqualTo(category);
        assertThat(event.getInitiator()).isEqualTo(by);
    }

    @Test
    void shouldBeRefusedWhenTheStatusOfAConnectIsAnError() {
        // When
        ConnectionEvent.Builder event =
                activity("\"eventType\":\"CONNECT\",\"status\":{\"code\":7,\"description\":\"PERMISSION_DENIED\"}");

        // Then
        assertThat(event.getType()).isEqualTo(EventType.CONNECT_FAILED);
        assertThat(event.getCategory()).isEqualTo(Category.NOT_AUTHORIZED);
        assertThat(event.getRawReason()).isEqualTo("PERMISSION_DENIED");
    }

    @ParameterizedTest
    @CsvSource({"CONNECT,CONNECTED", "SUBSCRIBE,SUBSCRIBED", "UNSUBSCRIBE,UNSUBSCRIBED"})
    void shouldHaveNoCategoryWhenNothingEnds(String name, EventType type) {
        // When
        ConnectionEvent.Builder event = activity("\"eventType\":\"%s\",\"status\":{\"code\":0}".formatted(name));

        // Then
        assertThat(event.getType()).isEqualTo(type);
        assertThat(event.getCategory()).isNull();
    }

    @Test
    void shouldMapEveryFieldOfTheEntry() {
        // When
        ConnectionEvent.Builder event = activity("\"eventType\":\"CONNECT\",\"protocol\":\"MQTT\"");

        // Then
        assertThat(event.getClientId()).isEqualTo(CLIENT_ID);
        assertThat(event.getOccurredAt()).isEqualTo(Instant.parse("2026-11-20T06:00:00.123Z"));
        assertThat(event.getAttributes())
                .isEqualTo(Map.of(
                        "jsonPayload.protocol", "MQTT", "resource.labels.device_num_id", "29", "logName", "the-log"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"labels\":{\"device_id\":\"d-1\"},\"jsonPayload\":{\"eventType\":\"CONNECT\"}}|d-1",
                "{\"labels\":{\"device_id\":\"d-1\"},\"jsonPayload\":{\"eventType\":\"CONNECT\",\"resourceName\":\"projects/p/locations/l/registries/r/devices/29\"}}|projects/p/locations/l/registries/r/devices/29",
                "{\"resource\":{\"labels\":{\"project_id\":\"p\",\"location\":\"l\",\"device_registry_id\":\"r\"}},\"jsonPayload\":{\"eventType\":\"CONNECT\"}}|"
            })
    void shouldTakeWhatThereIsWhenPartsOfTheClientIdAreMissing(String entry, String clientId) {
        assertThat(Messages.event("clearblade", "", entry).getClientId()).isEqualTo(clientId);
    }

    @Test
    void shouldReadTheLineWhenTheEntryHasTextOfTheBrokersLog() {
        // When
        ConnectionEvent.Builder event = Messages.event("clearblade", "", """
                {"insertId":"1","timestamp":"2026-11-20T06:00:00Z","labels":{"device_id":"d-1"},
                 "textPayload":"errored in authentication, sending connack rc4 and closing\\n"}""");

        // Then
        assertThat(event.getType()).isEqualTo(EventType.CONNECT_FAILED);
        assertThat(event.getClientId()).isEqualTo("d-1");
        assertThat(event.getOccurredAt()).isEqualTo(Instant.parse("2026-11-20T06:00:00Z"));
        assertThat(event.getRawReasonCode()).isEqualTo(4);
    }

    @Test
    void shouldHaveTheSameIdWhenTheEntryComesInAnotherDelivery() {
        // Given
        String entry = entry("\"eventType\":\"CONNECT\"");

        // When // Then
        assertThat(push(entry, "1").getEventId())
                .isEqualTo(push(entry, "2").getEventId())
                .isEqualTo(Messages.event("clearblade", "", entry).getEventId());
        assertThat(push(entry, "1").getEventId())
                .isNotEqualTo(push(entry.replace("insert-1", "insert-2"), "1").getEventId());
    }

    @Test
    void shouldGoByThePubSubMessageWhenItsContentHasNoId() {
        // Given
        String line = "Device is not active";

        // When // Then
        assertThat(push(line, "1").getEventId()).isEqualTo(push(line, "1").getEventId());
        assertThat(push(line, "1").getEventId()).isNotEqualTo(push(line, "2").getEventId());
        assertThat(push(line, "1").getCategory()).isEqualTo(Category.BLOCKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"eventType\":\"PUBLISH\"",
                "\"eventType\":\"ATTACH_TO_GATEWAY\"",
                "\"protocol\":\"MQTT\"",
                "\"eventType\":\"SUBSCRIBE\",\"status\":{\"code\":7}"
            })
    void shouldIgnoreWhenTheEntryIsNotAboutConnections(String activity) {
        assertThat(Messages.decode("clearblade", "", entry(activity))).isInstanceOf(Decoding.Ignored.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"insertId\":\"1\"}|field jsonPayload: expected the payload of a log entry; nor is this a Pub/Sub message or a trigger, found nothing",
                "{\"jsonPayload\":7}|field jsonPayload: expected an object, found a number",
                "{\"jsonPayload\":{\"eventType\":\"CONNECT\"},\"timestamp\":\"yesterday\"}|field timestamp: expected an RFC 3339 time since 1970, found other text",
                "{\"jsonPayload\":{\"eventType\":\"CONNECT\"},\"timestamp\":\"+999999999-12-31T00:00:00Z\"}|field timestamp: expected an RFC 3339 time since 1970, found other text",
                "{\"jsonPayload\":{\"eventType\":\"DISCONNECT\",\"status\":{\"code\":\"six\"}}}|field jsonPayload.status.code: expected a whole number from 0 to 2147483647, found text",
                "{\"textPayload\":\"two\\nlines\"}|expected JSON or one line of a log, found other text",
                "{\"message\":7}|field message: expected an object, found a number",
                "{\"message\":{}}|field message.data: expected text, found nothing",
                "{\"message\":{\"data\":\"***\"}}|field message.data: expected Base64, found other text",
                "{\"message\":{\"data\":\"e30=\"}}|field jsonPayload: expected the payload of a log entry; nor is this a Pub/Sub message or a trigger, found nothing",
                "{\"message\":{\"data\":\"\"}}|expected JSON or one line of a log, found other text",
                "[{\"jsonPayload\":{}}]|expected a JSON object, found an array"
            })
    void shouldSayWhatIsWrongWhenMalformed(String payload, String why) {
        assertThat(Messages.malformed("clearblade", "", payload)).isEqualTo(why);
    }

    private static ConnectionEvent.Builder activity(String fields) {
        return Messages.event("clearblade", "", entry(fields));
    }

    private static String entry(String activity) {
        return """
                {"insertId":"insert-1","logName":"the-log","timestamp":"2026-11-20T06:00:00.123456Z",
                 "receiveTimestamp":"2026-11-20T06:00:01Z","labels":{"device_id":"d-1"},
                 "resource":{"labels":{"project_id":"p1","location":"us-central1","device_registry_id":"r1",
                 "device_num_id":"29"}},"jsonPayload":{%s}}""".formatted(activity);
    }

    private static ConnectionEvent.Builder push(String content, String messageId) {
        String data = Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
        return Messages.event(
                "clearblade",
                "",
                "{\"message\":{\"data\":\"%s\",\"messageId\":\"%s\"},\"subscription\":\"s\"}"
                        .formatted(data, messageId));
    }
}
