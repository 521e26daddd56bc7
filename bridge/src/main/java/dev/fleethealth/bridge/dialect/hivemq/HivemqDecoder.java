package dev.fleethealth.bridge.dialect.hivemq;

import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.json.JsonDialect;
import dev.fleethealth.bridge.dialect.json.JsonObject;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.bridge.dialect.reason.ReasonTable;
import dev.fleethealth.bridge.dialect.reason.Situation;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the Fleet Health extension publishes; {@code docs/dialects/hivemq.md} describes every field. The extension gives
 * each connection an id of its own, which all its events share.
 */
final class HivemqDecoder implements JsonDialect.Decoder {
    private static final ReasonTable REASONS =
            ReasonTable.load("/dialects/hivemq/reasons.csv", "/dialects/mqtt/mqtt5.csv");
    private static final Map<String, Integer> PROTOCOL_LEVELS = Map.of("V_3_1", 3, "V_3_1_1", 4, "V_5", 5);
    private static final Set<String> MAPPED = Set.of(
            "event",
            "at",
            "node",
            "connectionId",
            "connectedAt",
            "credentialExpiresAt",
            "clientId",
            "mqttVersion",
            "ip",
            "port",
            "listener.name",
            "connect.cleanStart",
            "connect.keepAlive",
            "connect.sessionExpiryInterval",
            "connect.username",
            "reasonCode");

    @Override
    public Decoding decode(String topic, JsonObject payload) throws MalformedMessageException {
        return switch (payload.requiredText("event")) {
            case "client.connected" -> event(client(payload, EventType.CONNECTED));
            case "client.disconnected" -> event(ended(payload, EventType.DISCONNECTED));
            case "client.connect_failed" -> event(ended(payload, EventType.CONNECT_FAILED));
            case "broker.started" -> event(draft(payload, EventType.BROKER_STARTED));
            case "broker.stopping" -> event(draft(payload, EventType.BROKER_STOPPING));
            default -> new Decoding.Ignored("not an event about connections");
        };
    }

    private static Decoding event(ConnectionEvent.Builder draft) {
        return new Decoding.Events(List.of(draft));
    }

    private static ConnectionEvent.Builder ended(JsonObject payload, EventType type) throws MalformedMessageException {
        ConnectionEvent.Builder draft = client(payload, type);
        String callback = payload.requiredText("callback");
        Optional<String> reasonCode = payload.text("reasonCode");
        REASONS.report(draft, Optional.of(reasonCode.orElse(callback)), situation(callback, type));
        return draft;
    }

    private static Situation situation(String callback, EventType type) {
        return switch (callback) {
            case "onClientInitiatedDisconnect" -> Situation.CLIENT_DISCONNECT;
            case "onServerInitiatedDisconnect", "onAuthenticationFailedDisconnect" ->
                type == EventType.CONNECT_FAILED ? Situation.CONNECT : Situation.SERVER_DISCONNECT;
            default -> Situation.DISCONNECT;
        };
    }

    private static ConnectionEvent.Builder client(JsonObject payload, EventType type) throws MalformedMessageException {
        ConnectionEvent.Builder draft = draft(payload, type);
        draft.setClientId(payload.requiredText("clientId"));
        payload.text("connectionId").ifPresent(draft::setConnectionId);
        payload.text("ip").ifPresent(draft::setPeerAddress);
        payload.count("port").ifPresent(draft::setPeerPort);
        payload.epochMillis("connectedAt").ifPresent(draft::setConnectedAt);
        payload.epochMillis("credentialExpiresAt").ifPresent(draft::setCredentialExpiresAt);
        payload.text("mqttVersion").map(PROTOCOL_LEVELS::get).ifPresent(draft::setProtocolLevel);
        copyConnect(payload, draft);
        return draft;
    }

    private static void copyConnect(JsonObject payload, ConnectionEvent.Builder draft)
            throws MalformedMessageException {
        Optional<JsonObject> listener = payload.object("listener");
        if (listener.isPresent()) {
            listener.get().text("name").ifPresent(draft::setListener);
        }
        Optional<JsonObject> connect = payload.object("connect");
        if (connect.isPresent()) {
            connect.get().bool("cleanStart").ifPresent(draft::setCleanStart);
            connect.get().count("keepAlive").ifPresent(draft::setKeepAliveSeconds);
            connect.get().longCount("sessionExpiryInterval").ifPresent(draft::setSessionExpirySeconds);
            connect.get().text("username").ifPresent(draft::setUsername);
        }
    }

    private static ConnectionEvent.Builder draft(JsonObject payload, EventType type) throws MalformedMessageException {
        ConnectionEvent.Builder draft = ConnectionEvent.newBuilder().setType(type);
        payload.epochMillis("at").ifPresent(draft::setOccurredAt);
        payload.text("node").ifPresent(draft::setNode);
        return draft.setAttributes(payload.rest(MAPPED));
    }
}
