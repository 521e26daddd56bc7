package dev.fleethealth.streams.delivery.integration;

/** What an endpoint does to a request. */
enum Fault {
    NONE(202, true),
    TOO_MANY_REQUESTS(429, false),
    SERVER_ERROR(500, false),
    UNAVAILABLE(503, false),
    BAD_REQUEST(400, false),

    /** Takes it, and never answers. */
    SILENCE_AFTER_ACCEPT(0, true),

    /** Takes it, and answers a byte at a time. */
    SLOW_ANSWER(202, true),

    /** Cuts the connection before it takes it. */
    RESET(0, false),

    /** Takes it, and cuts the connection. */
    RESET_AFTER_ACCEPT(0, true);

    private final int status;
    private final boolean accepts;

    Fault(int status, boolean accepts) {
        this.status = status;
        this.accepts = accepts;
    }

    int status() {
        return status;
    }

    boolean accepts() {
        return accepts;
    }
}
