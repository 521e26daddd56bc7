package dev.fleethealth.bridge.dialect.emqx;

import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.json.JsonObject;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.bridge.dialect.reason.Situation;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Events of EMQX's rule engine, republished with all columns ({@code SELECT *}); fields as in emqx_rule_events.erl of
 * v4.4.19 to 6.2.2. Both ends of a connection have the same {@code peername}, which identifies it.
 */
final class RuleEvents {
    private static final Set<String> SUCCESS = Set.of("success", "connection_accepted");
    private static final long MILLIS_PER_SECOND = 1000;

    private final boolean version4;

    RuleEvents(boolean version4) {
        this.version4 = version4;
    }

    Decoding decode(String event, JsonObject payload) throws MalformedMessageException {
        return switch (event) {
            case "client.connected" -> event(connected(payload));
            case "client.disconnected" -> event(disconnected(payload));
            case "client.connack", "client.check_authn_complete" -> refused(payload);
            case "session.subscribed" -> event(session(payload, EventType.SUBSCRIBED));
            case "session.unsubscribed" -> event(session(payload, EventType.UNSUBSCRIBED));
            default -> new Decoding.Ignored("not an event about connections");
        };
    }

    private static Decoding event(ConnectionEvent.Builder draft) {
        return new Decoding.Events(List.of(draft));
    }

    private static ConnectionEvent.Builder connected(JsonObject payload) throws MalformedMessageException {
        ConnectionEvent.Builder draft = draft(payload, EventType.CONNECTED);
        ClientFields.copyClientId(payload, draft);
        payload.epochMillis("connected_at").ifPresent(draft::setOccurredAt);
        payload.epochMillis("connected_at").ifPresent(draft::setConnectedAt);
        payload.longCount("expiry_interval").ifPresent(draft::setSessionExpirySeconds);
        return draft;
    }

    private static ConnectionEvent.Builder disconnected(JsonObject payload) throws MalformedMessageException {
        ConnectionEvent.Builder draft = draft(payload, EventType.DISCONNECTED);
        ClientFields.copyClientId(payload, draft);
        payload.epochMillis("disconnected_at").ifPresent(draft::setOccurredAt);
        payload.epochMillis("connected_at").ifPresent(draft::setConnectedAt);
        Reasons.TABLE.report(draft, payload.text("reason"), Situation.DISCONNECT);
        return draft;
    }

    private Decoding refused(JsonObject payload) throws MalformedMessageException {
        String reason = payload.requiredText("reason_code");
        if (SUCCESS.contains(reason)) {
            return new Decoding.Ignored("the client was accepted: client.connected says so too");
        }
        ConnectionEvent.Builder draft = draft(payload, EventType.CONNECT_FAILED);
        payload.text("clientid").filter(id -> !id.isEmpty()).ifPresent(draft::setClientId);
        payload.longCount("expiry_interval").map(this::connackSeconds).ifPresent(draft::setSessionExpirySeconds);
        Reasons.TABLE.report(draft, Optional.of(reason), Situation.CONNECT);
        return event(draft);
    }

    /** client.connack has the internal number, unlike client.connected: milliseconds since 5.0, seconds before. */
    private long connackSeconds(long expiryInterval) {
        return version4 ? expiryInterval : expiryInterval / MILLIS_PER_SECOND;
    }

    private static ConnectionEvent.Builder session(JsonObject payload, EventType type)
            throws MalformedMessageException {
        ConnectionEvent.Builder draft = draft(payload, type);
        ClientFields.copyClientId(payload, draft);
        return draft;
    }

    private static ConnectionEvent.Builder draft(JsonObject payload, EventType type) throws MalformedMessageException {
        ConnectionEvent.Builder draft = ConnectionEvent.newBuilder().setType(type);
        ClientFields.copy(payload, draft);
        payload.epochMillis("timestamp").ifPresent(draft::setOccurredAt);
        return draft;
    }
}
