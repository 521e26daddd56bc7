package dev.fleethealth.bridge.dialect.mosquitto;

import dev.fleethealth.bridge.dialect.json.Peer;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.util.Map;
import java.util.Optional;

/**
 * {@code New client connected from IP:PORT as ID (pN, cB, kS, u'USER').}, without the port in 1.6, without the user where
 * there is none, and with {@code bridge} in place of {@code client} where another broker connects.
 *
 * <p>The id may hold spaces and whole groups of its own, so the last group counts: whatever a client calls itself, the id
 * that is read begins with its true one.
 */
final class ConnectLine {
    private static final String CLIENT = "New client connected from ";
    private static final String BRIDGE = "New bridge connected from "; // as long as CLIENT
    private static final String AS = " as ";
    private static final String GROUP = " (p";
    private static final String USER = ", u'";
    private static final String USER_END = "').";
    private static final String END = ").";

    private final Grammar grammar;
    private final String text;

    private ConnectLine(Grammar grammar, String text) {
        this.grammar = grammar;
        this.text = text;
    }

    static boolean isOne(String text) {
        return text.startsWith(CLIENT) || text.startsWith(BRIDGE);
    }

    /** Absent if this version writes no such line. */
    static Optional<ConnectionEvent.Builder> read(Grammar grammar, String text) {
        return new ConnectLine(grammar, text).read();
    }

    private Optional<ConnectionEvent.Builder> read() {
        int as = text.indexOf(AS, CLIENT.length());
        if (as < 0) {
            return Optional.empty();
        }
        ConnectionEvent.Builder draft = ConnectionEvent.newBuilder().setType(EventType.CONNECTED);
        int idStart = as + AS.length();
        int group = readGroup(idStart, draft);
        if (group <= idStart || !readPeer(text.substring(CLIENT.length(), as), draft)) {
            return Optional.empty();
        }
        if (text.startsWith(BRIDGE)) {
            draft.setAttributes(Map.of("bridge", "true"));
        }
        return Optional.of(draft.setClientId(text.substring(idStart, group)));
    }

    private boolean readPeer(String peer, ConnectionEvent.Builder draft) {
        if (grammar == Grammar.V1_6) {
            draft.setPeerAddress(peer);
            return !peer.isEmpty() && peer.indexOf(' ') < 0;
        }
        Optional<Peer> parsed = Peer.parse(peer);
        parsed.ifPresent(address -> ConnectionLine.setPeer(draft, address, grammar));
        return parsed.isPresent();
    }

    /** Where the last group starts that reaches to the end of the line; -1 if there is none. */
    private int readGroup(int from, ConnectionEvent.Builder draft) {
        int start = text.lastIndexOf(GROUP);
        while (start >= from && !readGroupAt(start, draft)) {
            start = text.lastIndexOf(GROUP, start - 1);
        }
        return start;
    }

    private boolean readGroupAt(int start, ConnectionEvent.Builder draft) {
        int at = start + GROUP.length();
        if (!text.startsWith(", c", at + 1) || !text.startsWith(", k", at + 5)) {
            return false;
        }
        int secondsStart = at + 8;
        int secondsEnd = digitsEnd(secondsStart);
        Optional<Integer> level = grammar.protocolLevel(text.charAt(at));
        boolean clean = text.charAt(at + 4) == '1';
        if (level.isEmpty() || !clean && text.charAt(at + 4) != '0' || secondsEnd == secondsStart) {
            return false;
        }
        if (!readUser(secondsEnd, draft)) {
            return false;
        }
        draft.setProtocolLevel(level.get());
        draft.setCleanStart(clean);
        draft.setKeepAliveSeconds(Integer.parseInt(text, secondsStart, secondsEnd, 10));
        return true;
    }

    private boolean readUser(int at, ConnectionEvent.Builder draft) {
        if (text.startsWith(END, at)) {
            return at + END.length() == text.length();
        }
        int start = at + USER.length();
        int end = text.length() - USER_END.length();
        if (!text.startsWith(USER, at) || end < start || !text.endsWith(USER_END)) {
            return false;
        }
        draft.setUsername(text.substring(start, end));
        return true;
    }

    /** MQTT's keep-alive has at most five digits. */
    private int digitsEnd(int start) {
        int end = start;
        while (end < text.length() && end < start + 5 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
