package dev.fleethealth.bridge.dialect.json;

/**
 * The payload is not what the broker documents. It never leaves a dialect: {@link JsonDialect} turns it into a
 * {@code Malformed}. The message says what was expected where, and quotes nothing of the payload, because it ends up in
 * logs and headers.
 */
public final class MalformedMessageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;

    public MalformedMessageException(String why) {
        super(why, null, false, false); // expected in bulk under hostile input: no stack trace
        this.why = why;
    }

    /** What was expected where, and what was found. */
    public String why() {
        return why;
    }
}
