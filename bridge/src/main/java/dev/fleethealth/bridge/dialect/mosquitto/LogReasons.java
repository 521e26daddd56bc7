package dev.fleethealth.bridge.dialect.mosquitto;

import dev.fleethealth.bridge.dialect.reason.Reason;
import dev.fleethealth.bridge.dialect.reason.ReasonTable;
import dev.fleethealth.bridge.dialect.reason.Situation;
import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;

/** What the broker's words mean, and whether they end a connection or refuse one: the log does not say which. */
final class LogReasons {
    private static final ReasonTable REASONS = ReasonTable.load("/dialects/mosquitto/reasons.csv");

    /** strerror(EPROTO); only its capital letter tells it from MQTT's protocol error. */
    private static final String TLS_BROKEN = "Protocol error";

    private LogReasons() {}

    /** Of a client that the broker knew by its id. */
    static ConnectionEvent.Builder ofKnownClient(String reason) {
        Reason ended = lookup(reason, Situation.ANY);
        if (ended.category() != Category.UNKNOWN) {
            return draft(EventType.DISCONNECTED, reason, ended);
        }
        Reason refused = lookup(reason, Situation.CONNECT);
        boolean known = refused.category() != Category.UNKNOWN;
        return draft(known ? EventType.CONNECT_FAILED : EventType.DISCONNECTED, reason, known ? refused : ended);
    }

    /** Of a connection without a valid CONNECT. */
    static ConnectionEvent.Builder ofUnknownClient(String reason) {
        Reason refused = lookup(reason, Situation.CONNECT);
        if (refused.category() == Category.UNKNOWN) {
            return draft(EventType.CONNECT_FAILED, reason, Reason.UNKNOWN);
        }
        Reason ended = lookup(reason, Situation.ANY);
        // a refusal is the broker's doing; what merely ended before the CONNECT need not be
        return draft(EventType.CONNECT_FAILED, reason, refused.category() == ended.category() ? ended : refused);
    }

    private static Reason lookup(String reason, Situation situation) {
        return REASONS.lookup(reason.equals(TLS_BROKEN) ? "EPROTO" : reason, situation);
    }

    private static ConnectionEvent.Builder draft(EventType type, String reason, Reason meaning) {
        ConnectionEvent.Builder draft =
                ConnectionEvent.newBuilder().setType(type).setRawReason(reason);
        ReasonTable.report(draft, meaning);
        return draft;
    }
}
