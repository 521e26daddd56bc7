package dev.fleethealth.bridge.dialect.awsiot;

import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.json.JsonDialect;
import dev.fleethealth.bridge.dialect.json.JsonObject;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.bridge.dialect.reason.Reason;
import dev.fleethealth.bridge.dialect.reason.ReasonTable;
import dev.fleethealth.bridge.dialect.reason.Situation;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lifecycle events of AWS IoT Core (docs.aws.amazon.com/iot/latest/developerguide/life-cycle-events.html). They may come
 * twice and in any order; {@code versionNumber} orders them: a connect and its disconnect have the same. Entries of AWS's logs, whose
 * event types begin with a capital letter, are read by {@link LogEntry}.
 */
final class AwsIotDecoder implements JsonDialect.Decoder {
    private static final ReasonTable REASONS = ReasonTable.load("/dialects/aws-iot/reasons.csv");
    private static final Set<String> MAPPED = Set.of(
            "clientId",
            "timestamp",
            "eventType",
            "sessionIdentifier",
            "principalIdentifier",
            "ipAddress",
            "versionNumber",
            "disconnectReason",
            "connectFailureReason");

    @Override
    public Decoding decode(String topic, JsonObject payload) throws MalformedMessageException {
        return switch (payload.requiredText("eventType")) {
            case "connected" -> event(connected(payload));
            case "disconnected" -> event(disconnected(payload));
            case "connect_failed" -> event(refused(payload));
            case "subscribed" -> event(draft(payload, EventType.SUBSCRIBED));
            case "unsubscribed" -> event(draft(payload, EventType.UNSUBSCRIBED));
            case "Connect" -> event(LogEntry.connect(payload, REASONS));
            case "Disconnect" -> event(LogEntry.disconnect(payload, REASONS));
            case "Connection.AuthNError" -> event(LogEntry.refused(payload, REASONS));
            default -> new Decoding.Ignored("not an event about connections");
        };
    }

    private static Decoding event(ConnectionEvent.Builder draft) {
        return new Decoding.Events(List.of(draft));
    }

    private static ConnectionEvent.Builder connected(JsonObject payload) throws MalformedMessageException {
        ConnectionEvent.Builder draft = draft(payload, EventType.CONNECTED);
        payload.epochMillis("timestamp").ifPresent(draft::setConnectedAt);
        return draft;
    }

    private static ConnectionEvent.Builder disconnected(JsonObject payload) throws MalformedMessageException {
        ConnectionEvent.Builder draft = draft(payload, EventType.DISCONNECTED);
        Optional<String> rawReason = payload.text("disconnectReason");
        rawReason.ifPresent(draft::setRawReason);
        Reason reason =
                rawReason.map(raw -> REASONS.lookup(raw, Situation.DISCONNECT)).orElse(Reason.UNKNOWN);
        ReasonTable.report(draft, Endings.reconcile(reason, payload.bool("clientInitiatedDisconnect")));
        return draft;
    }

    private static ConnectionEvent.Builder refused(JsonObject payload) throws MalformedMessageException {
        ConnectionEvent.Builder draft = draft(payload, EventType.CONNECT_FAILED);
        REASONS.report(draft, payload.text("connectFailureReason"), Situation.CONNECT);
        return draft;
    }

    private static ConnectionEvent.Builder draft(JsonObject payload, EventType type) throws MalformedMessageException {
        ConnectionEvent.Builder draft = ConnectionEvent.newBuilder().setType(type);
        draft.setClientId(payload.requiredText("clientId"));
        payload.epochMillis("timestamp").ifPresent(draft::setOccurredAt);
        payload.text("sessionIdentifier").ifPresent(draft::setConnectionId);
        payload.longCount("versionNumber").ifPresent(draft::setSequence);
        payload.text("principalIdentifier").ifPresent(draft::setUsername);
        payload.text("ipAddress").ifPresent(draft::setPeerAddress);
        return draft.setAttributes(payload.rest(MAPPED));
    }
}
