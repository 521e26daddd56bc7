package dev.fleethealth.bridge.dialect.tdmq;

import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.json.JsonDialect;
import dev.fleethealth.bridge.dialect.json.JsonObject;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.bridge.dialect.json.Peer;
import dev.fleethealth.bridge.dialect.reason.ReasonTable;
import dev.fleethealth.bridge.dialect.reason.Situation;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Client events of Tencent TDMQ for MQTT, as "Query Client Events" documents them
 * (tencentcloud.com/document/product/1294/76432). The field {@code event} says which it is: the documentation spells the
 * topics in more than one way. Only a disconnect has the device's {@code peername}, so it is no connection id.
 */
final class TdmqDecoder implements JsonDialect.Decoder {
    private static final ReasonTable REASONS = ReasonTable.load("/dialects/tdmq/reasons.csv");
    private static final Set<String> MAPPED = Set.of(
            "clientid",
            "username",
            "event",
            "reason",
            "node",
            "peername",
            "proto_ver",
            "keepalive",
            "clean_start",
            "connected_at",
            "disconnected_at",
            "timestamp");

    @Override
    public Decoding decode(String topic, JsonObject payload) throws MalformedMessageException {
        return switch (payload.requiredText("event")) {
            case "client.connected" -> event(connected(payload));
            case "client.disconnected" -> event(disconnected(payload));
            case "session.subscribed" -> event(session(payload, EventType.SUBSCRIBED));
            case "session.unsubscribed" -> event(session(payload, EventType.UNSUBSCRIBED));
            case "certificate.registered", "certificate.rejected" ->
                new Decoding.Ignored("a certificate event says nothing about connections");
            default -> new Decoding.Ignored("not an event about connections");
        };
    }

    private static Decoding event(ConnectionEvent.Builder draft) {
        return new Decoding.Events(List.of(draft));
    }

    private static ConnectionEvent.Builder connected(JsonObject payload) throws MalformedMessageException {
        ConnectionEvent.Builder draft = common(payload, EventType.CONNECTED);
        payload.epochMillis("timestamp").ifPresent(draft::setOccurredAt);
        payload.epochMillis("connected_at").ifPresent(draft::setOccurredAt);
        payload.count("keepalive").ifPresent(draft::setKeepAliveSeconds);
        payload.bool("clean_start").ifPresent(draft::setCleanStart);
        return draft;
    }

    private static ConnectionEvent.Builder disconnected(JsonObject payload) throws MalformedMessageException {
        ConnectionEvent.Builder draft = common(payload, EventType.DISCONNECTED);
        payload.epochMillis("timestamp").ifPresent(draft::setOccurredAt);
        payload.epochMillis("disconnected_at").ifPresent(draft::setOccurredAt);
        REASONS.report(draft, payload.text("reason"), Situation.DISCONNECT);
        return draft;
    }

    private static ConnectionEvent.Builder session(JsonObject payload, EventType type)
            throws MalformedMessageException {
        ConnectionEvent.Builder draft = common(payload, type);
        payload.epochMillis("timestamp").ifPresent(draft::setOccurredAt);
        return draft;
    }

    private static ConnectionEvent.Builder common(JsonObject payload, EventType type) throws MalformedMessageException {
        ConnectionEvent.Builder draft = ConnectionEvent.newBuilder().setType(type);
        // empty for client_id_required: no client is named then
        Optional.of(payload.requiredText("clientid"))
                .filter(id -> !id.isEmpty())
                .ifPresent(draft::setClientId);
        payload.text("username").ifPresent(draft::setUsername);
        payload.text("node").ifPresent(draft::setNode);
        payload.count("proto_ver").filter(level -> level >= 3 && level <= 5).ifPresent(draft::setProtocolLevel);
        payload.epochMillis("connected_at").ifPresent(draft::setConnectedAt);
        Optional<Peer> peer = payload.peer("peername");
        peer.map(Peer::address).ifPresent(draft::setPeerAddress);
        peer.map(Peer::port).ifPresent(draft::setPeerPort);
        return draft.setAttributes(payload.rest(MAPPED));
    }
}
