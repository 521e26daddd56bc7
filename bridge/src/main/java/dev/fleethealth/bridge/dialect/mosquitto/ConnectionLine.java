package dev.fleethealth.bridge.dialect.mosquitto;

import dev.fleethealth.bridge.dialect.json.Peer;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.util.Optional;

/** Every line that tells of a connection or of the end of a session. */
final class ConnectionLine {
    private static final String EXPIRED = "Expiring client ";
    private static final String EXPIRED_END = " due to timeout.";

    private ConnectionLine() {}

    /** Whether the line begins like one. */
    static boolean isOne(String text) {
        return EndLine.isOne(text) || ConnectLine.isOne(text) || text.startsWith(EXPIRED);
    }

    /** Whether such a beginning stands further on. */
    static boolean isWithin(String text) {
        return text.contains(" client connected from ") || text.contains(": Client ") || text.contains(": " + EXPIRED);
    }

    /** Absent if this version writes no such line. */
    static Optional<ConnectionEvent.Builder> read(Grammar grammar, String text) {
        if (ConnectLine.isOne(text)) {
            return ConnectLine.read(grammar, text);
        }
        if (text.startsWith(EXPIRED)) {
            return expired(text);
        }
        return EndLine.read(grammar, text).map(end -> draft(grammar, end)).or(() -> RefusedLine.read(text));
    }

    private static Optional<ConnectionEvent.Builder> expired(String text) {
        int end = text.length() - EXPIRED_END.length();
        return end > EXPIRED.length() && text.endsWith(EXPIRED_END)
                ? Optional.of(ConnectionEvent.newBuilder()
                        .setType(EventType.SESSION_EXPIRED)
                        .setClientId(text.substring(EXPIRED.length(), end)))
                : Optional.empty();
    }

    private static ConnectionEvent.Builder draft(Grammar grammar, EndLine end) {
        ConnectionEvent.Builder draft = end.clientId()
                .map(id -> LogReasons.ofKnownClient(end.reason()).setClientId(id))
                .orElseGet(() -> LogReasons.ofUnknownClient(end.reason()));
        end.peer().ifPresent(peer -> setPeer(draft, peer, grammar));
        return draft;
    }

    /** Address and port, which identify the connection where both its ends name them. */
    static void setPeer(ConnectionEvent.Builder draft, Peer peer, Grammar grammar) {
        draft.setPeerAddress(peer.address()).setPeerPort(peer.port());
        if (grammar.identifiesConnections()) {
            draft.setConnectionId(peer.address() + ':' + peer.port());
        }
    }
}
