package dev.fleethealth.bridge.dialect.hivemq;

import dev.fleethealth.bridge.dialect.reason.Reason;
import dev.fleethealth.bridge.dialect.reason.ReasonTable;
import dev.fleethealth.bridge.dialect.reason.Situation;
import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.util.Optional;

/**
 * What the sentences of {@code event.log} mean. Many end with a name, a number or an exception's text, so the longest
 * beginning in whole words that the table knows counts. The log does not say whether a connection ended or was refused:
 * what the table has for "connect" only was refused, and so was every client without an id.
 */
final class EventLogReasons {
    private static final ReasonTable REASONS = ReasonTable.load("/dialects/hivemq/event-log.csv");

    /** Long enough for every sentence that is no exception's text. */
    private static final int MAX_LENGTH = 128;

    private EventLogReasons() {}

    /** The client sent a DISCONNECT; with which code, the log does not say. */
    static ConnectionEvent.Builder gracefully(String clientId) {
        return draft(EventType.DISCONNECTED, "disconnected gracefully", meaning("disconnected gracefully"))
                .setClientId(clientId);
    }

    static ConnectionEvent.Builder ungracefully(String clientId) {
        return draft(clientId, "disconnected ungracefully");
    }

    /** The broker closed the connection and says why. */
    static ConnectionEvent.Builder byBroker(String clientId, String reason) {
        return draft(clientId, reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason);
    }

    private static ConnectionEvent.Builder draft(String clientId, String reason) {
        Optional<String> id = ClientLine.known(clientId);
        Meaning meaning = meaning(reason);
        EventType type = meaning.refused() || id.isEmpty() ? EventType.CONNECT_FAILED : EventType.DISCONNECTED;
        ConnectionEvent.Builder draft = draft(type, reason, meaning);
        id.ifPresent(draft::setClientId);
        return draft;
    }

    private static ConnectionEvent.Builder draft(EventType type, String reason, Meaning meaning) {
        ConnectionEvent.Builder draft =
                ConnectionEvent.newBuilder().setType(type).setRawReason(reason);
        ReasonTable.report(draft, meaning.reason());
        return draft;
    }

    private static Meaning meaning(String reason) {
        String words = reason.substring(0, Math.min(reason.length(), MAX_LENGTH));
        while (!words.isEmpty()) {
            Reason ended = REASONS.lookup(words, Situation.ANY);
            if (ended.category() != Category.UNKNOWN) {
                return new Meaning(ended, false);
            }
            Reason refused = REASONS.lookup(words, Situation.CONNECT);
            if (refused.category() != Category.UNKNOWN) {
                return new Meaning(refused, true);
            }
            words = words.substring(0, Math.max(0, words.lastIndexOf(' ')));
        }
        return new Meaning(Reason.UNKNOWN, false);
    }

    /** @param refused whether it is said of refused connections only */
    private record Meaning(Reason reason, boolean refused) {}
}
