package dev.fleethealth.bridge.http;

import java.util.Map;

/** A request of which nothing is promised: the sender still has it. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    private Refusal(Reply reply) {
        super(null, null, false, false);
        this.reply = reply;
    }

    static Refusal of(int status, String why) {
        return new Refusal(Reply.error(status, why, Map.of()));
    }

    static Refusal of(int status, String why, String header, String value) {
        return new Refusal(Reply.error(status, why, Map.of(header, value)));
    }

    static Refusal comeAgain(int status, String why, int afterSeconds) {
        return of(status, why, "Retry-After", Integer.toString(afterSeconds));
    }

    Reply reply() {
        return reply;
    }
}
