package dev.fleethealth.bridge.dialect.emqx;

import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.json.JsonObject;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.bridge.dialect.reason.Situation;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.util.List;

/**
 * Presence messages of {@code $SYS/brokers/<node>/clients/#}; fields as in emqx_mod_presence.erl of v4.4.19 and
 * emqx_sys.erl of v5.8.9 to 6.2.2. They have the device's address without its port, so nothing in them identifies one
 * connection; the node is in the topic alone.
 */
final class Presence {
    private static final long MILLIS_PER_SECOND = 1000;

    private Presence() {}

    static Decoding decode(PresenceTopic topic, JsonObject payload) throws MalformedMessageException {
        return switch (topic.event()) {
            case "connected" -> event(connected(topic, payload));
            case "disconnected" -> event(disconnected(topic, payload));
            case "subscribed" -> event(draft(topic, payload, EventType.SUBSCRIBED));
            case "unsubscribed" -> event(draft(topic, payload, EventType.UNSUBSCRIBED));
            default -> new Decoding.Ignored("not a presence message about connections");
        };
    }

    private static Decoding event(ConnectionEvent.Builder draft) {
        return new Decoding.Events(List.of(draft));
    }

    private static ConnectionEvent.Builder connected(PresenceTopic topic, JsonObject payload)
            throws MalformedMessageException {
        ConnectionEvent.Builder draft = draft(topic, payload, EventType.CONNECTED);
        payload.epochMillis("connected_at").ifPresent(draft::setOccurredAt);
        // version 4 counts seconds, and is the one that says connack
        long unit = payload.has("connack") ? 1 : MILLIS_PER_SECOND;
        payload.longCount("expiry_interval").map(number -> number / unit).ifPresent(draft::setSessionExpirySeconds);
        return draft;
    }

    private static ConnectionEvent.Builder disconnected(PresenceTopic topic, JsonObject payload)
            throws MalformedMessageException {
        ConnectionEvent.Builder draft = draft(topic, payload, EventType.DISCONNECTED);
        payload.epochMillis("disconnected_at").ifPresent(draft::setOccurredAt);
        Reasons.TABLE.report(draft, payload.text("reason"), Situation.DISCONNECT);
        return draft;
    }

    private static ConnectionEvent.Builder draft(PresenceTopic topic, JsonObject payload, EventType type)
            throws MalformedMessageException {
        ConnectionEvent.Builder draft = ConnectionEvent.newBuilder().setType(type);
        ClientFields.copy(payload, draft);
        ClientFields.copyClientId(payload, draft);
        payload.epochMillis("ts").ifPresent(draft::setOccurredAt);
        payload.epochMillis("connected_at").ifPresent(draft::setConnectedAt);
        return draft.setNode(topic.node());
    }
}
