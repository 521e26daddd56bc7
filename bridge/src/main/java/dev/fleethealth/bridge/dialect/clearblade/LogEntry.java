package dev.fleethealth.bridge.dialect.clearblade;

import dev.fleethealth.bridge.dialect.ContentId;
import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.json.JsonObject;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.bridge.dialect.json.Rfc3339;
import dev.fleethealth.schemas.ConnectionEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A LogEntry of Google Cloud Logging (cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry) with device activity,
 * or with a line of the broker's log as its text. Logging may deliver an entry twice; {@code insertId} is the same then,
 * and unique among entries of one log and time.
 */
final class LogEntry {
    private static final Set<String> MAPPED = Set.of(
            "insertId",
            "timestamp",
            "receiveTimestamp",
            "textPayload",
            "labels.device_id",
            "resource.labels.project_id",
            "resource.labels.location",
            "resource.labels.device_registry_id",
            "jsonPayload.eventType",
            "jsonPayload.status.code",
            "jsonPayload.status.message");

    private LogEntry() {}

    static Decoding decode(JsonObject entry) throws MalformedMessageException {
        Decoding decoding = decodePayload(entry);
        if (decoding instanceof Decoding.Events events) {
            for (ConnectionEvent.Builder draft : events.drafts()) {
                complete(draft, entry);
            }
        }
        return decoding;
    }

    private static Decoding decodePayload(JsonObject entry) throws MalformedMessageException {
        Optional<String> line = entry.text("textPayload");
        if (line.isPresent()) {
            return BrokerLogLine.decode(LogText.check(line.get().strip()));
        }
        JsonObject activity = entry.object("jsonPayload")
                .orElseThrow(() -> entry.missing(
                        "jsonPayload", "the payload of a log entry; nor is this a Pub/Sub message or a trigger"));
        return DeviceActivity.decode(activity);
    }

    private static void complete(ConnectionEvent.Builder draft, JsonObject entry) throws MalformedMessageException {
        Optional<String> timestamp = entry.text("timestamp");
        String logName = entry.text("logName").orElse("");
        if (timestamp.isPresent()) {
            Instant at = Rfc3339.parse("field timestamp", timestamp.get());
            draft.setOccurredAt(at);
        }
        DeviceName.clientId(entry).ifPresent(draft::setClientId);
        entry.text("insertId")
                .map(insertId -> id(draft, logName, timestamp.orElse(""), insertId))
                .ifPresent(draft::setEventId);
        Map<String, String> attributes = new HashMap<>(entry.rest(MAPPED));
        if (draft.hasAttributes()) {
            attributes.putAll(draft.getAttributes());
        }
        draft.setAttributes(attributes);
    }

    /** With what the event says too: insertId alone is as unique as whoever wrote the entry made it. */
    private static String id(ConnectionEvent.Builder draft, String logName, String timestamp, String insertId) {
        return ContentId.of(
                "clearblade entry",
                logName,
                timestamp,
                insertId,
                draft.getType().name(),
                Optional.ofNullable(draft.getClientId()).orElse(""),
                Optional.ofNullable(draft.getRawReason()).orElse(""));
    }
}
