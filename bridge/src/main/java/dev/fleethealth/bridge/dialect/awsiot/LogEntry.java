package dev.fleethealth.bridge.dialect.awsiot;

import dev.fleethealth.bridge.dialect.json.JsonObject;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.bridge.dialect.json.WallTime;
import dev.fleethealth.bridge.dialect.reason.ReasonTable;
import dev.fleethealth.bridge.dialect.reason.Situation;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * Entries of the CloudWatch log group {@code AWSIotLogsV2}
 * (docs.aws.amazon.com/iot/latest/developerguide/cwl-format.html). Only they tell of failed authentications.
 */
final class LogEntry {
    private static final Set<String> MAPPED = Set.of(
            "timestamp",
            "eventType",
            "clientId",
            "principalId",
            "sourceIp",
            "sourcePort",
            "status",
            "reason",
            "disconnectReason");

    private static final int LARGEST_PORT = 65_535;

    private LogEntry() {}

    static ConnectionEvent.Builder connect(JsonObject entry, ReasonTable reasons) throws MalformedMessageException {
        if (!entry.requiredText("status").equals("Success")) {
            return refused(entry, reasons);
        }
        Instant at = time(entry);
        return draft(entry, EventType.CONNECTED, at).setConnectedAt(at);
    }

    static ConnectionEvent.Builder refused(JsonObject entry, ReasonTable reasons) throws MalformedMessageException {
        ConnectionEvent.Builder draft = draft(entry, EventType.CONNECT_FAILED, time(entry));
        reasons.report(draft, entry.text("reason"), Situation.CONNECT);
        return draft;
    }

    static ConnectionEvent.Builder disconnect(JsonObject entry, ReasonTable reasons) throws MalformedMessageException {
        ConnectionEvent.Builder draft = draft(entry, EventType.DISCONNECTED, time(entry));
        Optional<String> reason = entry.text("disconnectReason");
        reasons.report(draft, reason.isPresent() ? reason : entry.text("reason"), Situation.DISCONNECT);
        return draft;
    }

    /** Who is not known, because the authentication failed, may have no client id either. */
    private static ConnectionEvent.Builder draft(JsonObject entry, EventType type, Instant at)
            throws MalformedMessageException {
        ConnectionEvent.Builder draft =
                ConnectionEvent.newBuilder().setType(type).setOccurredAt(at);
        Optional<String> clientId = entry.text("clientId");
        if (clientId.isEmpty() && type != EventType.CONNECT_FAILED) {
            throw entry.missing("clientId", "text");
        }
        clientId.ifPresent(draft::setClientId);
        entry.text("principalId").ifPresent(draft::setUsername);
        entry.text("sourceIp").ifPresent(draft::setPeerAddress);
        entry.count("sourcePort").filter(port -> port <= LARGEST_PORT).ifPresent(draft::setPeerPort);
        return draft.setAttributes(entry.rest(MAPPED));
    }

    private static Instant time(JsonObject entry) throws MalformedMessageException {
        return WallTime.parse("timestamp", entry.requiredText("timestamp"), ZoneOffset.UTC);
    }
}
