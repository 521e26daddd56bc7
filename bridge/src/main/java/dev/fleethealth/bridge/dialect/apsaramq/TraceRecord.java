package dev.fleethealth.bridge.dialect.apsaramq;

import dev.fleethealth.bridge.dialect.ContentId;
import dev.fleethealth.bridge.dialect.json.JsonObject;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.bridge.dialect.json.WallTime;
import dev.fleethealth.bridge.dialect.reason.Situation;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** One record of a device trace: what the client or the broker did ({@code Action}), and how that went. */
final class TraceRecord {
    /** The time has no zone. In the API's own example, a record of 15:51:54 answers a query from 15:00 in China on. */
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private static final String CODE_PREFIX = "mqtt.trace.action.";

    /** The API's sample says "accept", its description and the console say "accepted". */
    private static final Set<String> ACCEPTED = Set.of("accepted", "accept");

    private static final Set<String> MAPPED =
            Set.of("ClientId", "ChannelId", "Time", "Action", "ActionCode", "ActionInfo");

    private TraceRecord() {}

    /** Absent for actions that are not about the connection. */
    static Optional<ConnectionEvent.Builder> read(JsonObject record, Optional<String> clientId)
            throws MalformedMessageException {
        String action = action(record);
        String info = record.requiredText("ActionInfo");
        Optional<EventType> type = type(action, info);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        ConnectionEvent.Builder draft = draft(record, clientId).setType(type.get());
        draft.setEventId(ContentId.of(
                "apsaramq trace",
                Optional.ofNullable(draft.getClientId()).orElse(""),
                draft.getConnectionId(),
                action,
                info,
                record.requiredText("Time")));
        report(draft, info);
        return Optional.of(draft);
    }

    private static String action(JsonObject record) throws MalformedMessageException {
        Optional<String> code = record.text("ActionCode")
                .filter(text -> text.startsWith(CODE_PREFIX))
                .map(TraceRecord::withoutPrefix);
        return code.isPresent() ? code.get() : record.requiredText("Action");
    }

    private static String withoutPrefix(String code) {
        return code.substring(CODE_PREFIX.length());
    }

    private static Optional<EventType> type(String action, String info) {
        return switch (action) {
            case "connect" -> Optional.of(ACCEPTED.contains(info) ? EventType.CONNECTED : EventType.CONNECT_FAILED);
            case "close", "disconnect" -> Optional.of(EventType.DISCONNECTED);
            default -> Optional.empty();
        };
    }

    private static ConnectionEvent.Builder draft(JsonObject record, Optional<String> clientId)
            throws MalformedMessageException {
        ConnectionEvent.Builder draft = ConnectionEvent.newBuilder();
        record.text("ClientId").or(() -> clientId).ifPresent(draft::setClientId);
        draft.setConnectionId(record.requiredText("ChannelId"));
        draft.setOccurredAt(WallTime.parse("Time", record.requiredText("Time"), CHINA));
        return draft.setAttributes(record.rest(MAPPED));
    }

    private static void report(ConnectionEvent.Builder draft, String info) {
        switch (draft.getType()) {
            case CONNECTED -> draft.setConnectedAt(draft.getOccurredAt());
            case CONNECT_FAILED -> Reasons.TABLE.report(draft, Optional.of(info), Situation.CONNECT);
            default -> Reasons.TABLE.report(draft, Optional.of(info), Situation.DISCONNECT);
        }
    }
}
