package dev.fleethealth.bridge.dialect.emqx;

import dev.fleethealth.bridge.dialect.json.JsonObject;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.bridge.dialect.json.Peer;
import dev.fleethealth.schemas.ConnectionEvent;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The fields that EMQX's rule events and presence messages have in common. */
final class ClientFields {
    private static final Set<String> MQTT_LEVELS = Set.of("3", "4", "5");
    private static final String VERSION = "proto_ver";
    private static final Set<String> MAPPED_BUT_VERSION = Set.of(
            "event",
            "clientid",
            "username",
            "node",
            "peername",
            "peerhost",
            "ipaddress",
            "sockname",
            "sockport",
            "keepalive",
            "clean_start",
            "expiry_interval",
            "connected_at",
            "disconnected_at",
            "timestamp",
            "ts",
            "reason",
            "reason_code");
    private static final Set<String> MAPPED = with(MAPPED_BUT_VERSION, VERSION);

    private ClientFields() {}

    /** Everything but type, times and reason. */
    static void copy(JsonObject payload, ConnectionEvent.Builder draft) throws MalformedMessageException {
        payload.text("username").ifPresent(draft::setUsername);
        payload.text("node").ifPresent(draft::setNode);
        payload.count("keepalive").ifPresent(draft::setKeepAliveSeconds);
        payload.bool("clean_start").ifPresent(draft::setCleanStart);
        payload.text("sockname").ifPresent(draft::setListener);
        payload.count("sockport").map(String::valueOf).ifPresent(draft::setListener);
        CredentialExpiry.of(payload).ifPresent(draft::setCredentialExpiresAt);
        copyPeer(payload, draft);
        copyProtocol(payload, draft);
    }

    /** A client that has to be named: a connection that was open. */
    static void copyClientId(JsonObject payload, ConnectionEvent.Builder draft) throws MalformedMessageException {
        draft.setClientId(payload.requiredText("clientid"));
    }

    private static void copyPeer(JsonObject payload, ConnectionEvent.Builder draft) throws MalformedMessageException {
        payload.text("peerhost").ifPresent(draft::setPeerAddress);
        payload.text("ipaddress").ifPresent(draft::setPeerAddress);
        Optional<Peer> peer = payload.peer("peername");
        peer.map(Peer::address).ifPresent(draft::setPeerAddress);
        peer.map(Peer::port).ifPresent(draft::setPeerPort);
        if (peer.isPresent()) {
            payload.text("peername").ifPresent(draft::setConnectionId);
        }
    }

    /** Gateways (CoAP, LwM2M, …) have versions that are no MQTT level; those stay in the attributes. */
    private static void copyProtocol(JsonObject payload, ConnectionEvent.Builder draft) {
        Optional<String> level = payload.scalar(VERSION).filter(MQTT_LEVELS::contains);
        level.map(Integer::valueOf).ifPresent(draft::setProtocolLevel);
        draft.setAttributes(payload.rest(level.isPresent() ? MAPPED : MAPPED_BUT_VERSION));
    }

    private static Set<String> with(Set<String> names, String another) {
        Set<String> all = new HashSet<>(names);
        all.add(another);
        return Set.copyOf(all);
    }
}
