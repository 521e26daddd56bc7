package dev.fleethealth.bridge.dialect.apsaramq;

import dev.fleethealth.bridge.dialect.ContentId;
import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.json.JsonObject;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.bridge.dialect.json.Peer;
import dev.fleethealth.bridge.dialect.reason.Situation;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Client status events (alibabacloud.com/help/en/apsaramq-for-mqtt, "Export the status events of ApsaraMQ for MQTT
 * clients"). A channel is one TCP connection: {@code connect} opens it, {@code disconnect} is the client's DISCONNECT and
 * does not always come, {@code tcpclean} is its end and always comes. They may come twice and in any order, and are told
 * apart by client, channel and type alone.
 */
final class StatusEvent {
    private static final Set<String> MAPPED = Set.of("clientId", "channelId", "eventType", "clientIp", "time");

    private StatusEvent() {}

    static Decoding decode(JsonObject payload) throws MalformedMessageException {
        String eventType = payload.requiredText("eventType");
        return switch (eventType) {
            case "connect" -> event(connected(payload));
            case "disconnect", "tcpclean" -> event(ended(payload, eventType));
            default -> new Decoding.Ignored("not an event about connections");
        };
    }

    private static Decoding event(ConnectionEvent.Builder draft) {
        return new Decoding.Events(List.of(draft));
    }

    private static ConnectionEvent.Builder connected(JsonObject payload) throws MalformedMessageException {
        ConnectionEvent.Builder draft = draft(payload, EventType.CONNECTED);
        payload.epochMillis("time").ifPresent(draft::setConnectedAt);
        return draft;
    }

    private static ConnectionEvent.Builder ended(JsonObject payload, String eventType)
            throws MalformedMessageException {
        ConnectionEvent.Builder draft = draft(payload, EventType.DISCONNECTED);
        Reasons.TABLE.report(draft, Optional.of(eventType), Situation.DISCONNECT);
        return draft;
    }

    private static ConnectionEvent.Builder draft(JsonObject payload, EventType type) throws MalformedMessageException {
        String clientId = payload.requiredText("clientId");
        String channelId = payload.requiredText("channelId");
        ConnectionEvent.Builder draft = ConnectionEvent.newBuilder().setType(type);
        draft.setEventId(ContentId.of("apsaramq", clientId, channelId, payload.requiredText("eventType")));
        draft.setClientId(clientId).setConnectionId(channelId);
        payload.epochMillis("time").ifPresent(draft::setOccurredAt);
        payload.text("clientIp").ifPresent(address -> setPeer(draft, address));
        return draft.setAttributes(payload.rest(MAPPED));
    }

    /** ApsaraMQ speaks IPv4 alone; whether the port stands behind the address is not documented. */
    private static void setPeer(ConnectionEvent.Builder draft, String address) {
        Optional<Peer> peer = Peer.parse(address);
        peer.ifPresent(known -> draft.setPeerPort(known.port()));
        draft.setPeerAddress(peer.map(Peer::address).orElse(address));
    }
}
