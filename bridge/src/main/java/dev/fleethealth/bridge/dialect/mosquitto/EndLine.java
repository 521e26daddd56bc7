package dev.fleethealth.bridge.dialect.mosquitto;

import dev.fleethealth.bridge.dialect.json.Peer;
import java.util.List;
import java.util.Optional;

/**
 * The end of a connection: {@code Client ID <what happened>} until 2.0, {@code Client ID [IP:PORT] disconnected: <why>.}
 * since 2.1. The id may hold any such text itself; what counts is the last, which the broker wrote.
 *
 * @param clientId absent where the broker does not know it: the client sent no valid CONNECT
 * @param peer absent until 2.0
 * @param reason in the broker's words
 */
record EndLine(Optional<String> clientId, Optional<Peer> peer, String reason) {
    /** What stands for the reason where the client itself ended the connection as MQTT has it. */
    static final String PLAIN = "disconnected";

    private static final String CLIENT = "Client ";
    private static final String DISCONNECTED = " disconnected";
    private static final String BY_ADMINISTRATOR = " been disconnected by administrative action.";
    private static final String TOO_LARGE = " sent too large packet ";
    private static final String SOCKET_ERROR = "Socket error on client ";
    private static final String SOCKET_ERROR_END = ", disconnecting.";
    private static final String BAD_SOCKET = "Bad socket read/write on client ";
    private static final String BAD_SOCKET_REASON = ": bad socket read/write: ";
    private static final String NO_CLIENT = "<unknown>";
    private static final List<String> WHOLE_ENDINGS = List.of(
            " closed its connection.",
            " has exceeded timeout, disconnecting.",
            " already connected, closing old connection.");

    static boolean isOne(String text) {
        return text.startsWith(CLIENT) || text.startsWith(SOCKET_ERROR) || text.startsWith(BAD_SOCKET);
    }

    /** Absent if this version writes no such line. */
    static Optional<EndLine> read(Grammar grammar, String text) {
        if (grammar.identifiesConnections()) {
            return addressed(text);
        }
        return text.startsWith(CLIENT) ? ofClient(text) : ofSocket(text);
    }

    private static Optional<EndLine> addressed(String text) {
        int bracket = text.lastIndexOf("]" + DISCONNECTED);
        int open = bracket < 0 ? -1 : text.lastIndexOf(" [", bracket);
        if (!text.startsWith(CLIENT) || open <= CLIENT.length()) {
            return Optional.empty();
        }
        String id = text.substring(CLIENT.length(), open);
        Optional<Peer> peer = Peer.parse(text.substring(open + 2, bracket));
        Optional<String> reason = addressedReason(text.substring(bracket + 1 + DISCONNECTED.length()));
        return peer.isEmpty()
                ? Optional.empty()
                : reason.map(why -> named(id, peer.get().address(), peer, why));
    }

    private static Optional<String> addressedReason(String rest) {
        return rest.startsWith(BAD_SOCKET_REASON) && !rest.endsWith(".")
                ? Optional.of(rest.substring(2))
                : reason(rest, List.of(": "));
    }

    private static Optional<EndLine> ofClient(String text) {
        for (String ending : WHOLE_ENDINGS) {
            if (text.endsWith(ending)) {
                return until(
                        text,
                        CLIENT,
                        text.length() - ending.length(),
                        withoutFullStop(ending).strip());
            }
        }
        if (text.endsWith(BY_ADMINISTRATOR)) {
            return until(text, CLIENT, text.length() - BY_ADMINISTRATOR.length(), "administrative action");
        }
        int tooLarge = text.endsWith(SOCKET_ERROR_END) ? text.lastIndexOf(TOO_LARGE) : -1;
        if (tooLarge > 0) {
            return until(text, CLIENT, tooLarge, TOO_LARGE.strip());
        }
        int disconnected = text.lastIndexOf(DISCONNECTED);
        return disconnected < 0
                ? Optional.empty()
                : reason(text.substring(disconnected + DISCONNECTED.length()), List.of(", ", " due to ", ": "))
                        .flatMap(why -> until(text, CLIENT, disconnected, why));
    }

    private static Optional<EndLine> ofSocket(String text) {
        if (text.startsWith(SOCKET_ERROR)) {
            int end = text.length() - SOCKET_ERROR_END.length();
            return text.endsWith(SOCKET_ERROR_END) ? until(text, SOCKET_ERROR, end, "Socket error") : Optional.empty();
        }
        int colon = text.lastIndexOf(": ");
        return text.startsWith(BAD_SOCKET) && colon > 0
                ? until(text, BAD_SOCKET, colon, "bad socket read/write" + text.substring(colon))
                : Optional.empty();
    }

    private static Optional<EndLine> until(String text, String start, int end, String reason) {
        return end <= start.length()
                ? Optional.empty()
                : Optional.of(named(text.substring(start.length(), end), NO_CLIENT, Optional.empty(), reason));
    }

    /** The reason in what follows "disconnected", which ends with a full stop. */
    private static Optional<String> reason(String rest, List<String> joints) {
        if (rest.equals(".")) {
            return Optional.of(PLAIN);
        }
        return joints.stream()
                .filter(joint -> rest.startsWith(joint) && rest.endsWith(".") && rest.length() > joint.length() + 1)
                .map(joint -> withoutFullStop(rest).substring(joint.length()))
                .findFirst();
    }

    /** A client that sent a DISCONNECT was connected, and had an id, even if it is the placeholder. */
    private static EndLine named(String id, String placeholder, Optional<Peer> peer, String reason) {
        boolean named = reason.equals(PLAIN) || !id.equals(placeholder);
        return new EndLine(named ? Optional.of(id) : Optional.empty(), peer, reason);
    }

    private static String withoutFullStop(String sentence) {
        return sentence.substring(0, sentence.length() - 1);
    }
}
