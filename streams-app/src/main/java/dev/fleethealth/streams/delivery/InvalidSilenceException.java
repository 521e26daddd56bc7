package dev.fleethealth.streams.delivery;

/** What was asked for is no silence; the message says which field, and what was expected there. */
public final class InvalidSilenceException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param field where, such as {@code match.fleets[0]}
     * @param expected such as {@code "expected a time after from, was 2026-11-20T08:00:00Z"}
     */
    public InvalidSilenceException(String field, String expected) {
        super(field + ": " + expected);
        this.field = field;
    }

    /** Where it is wrong, such as {@code match.fleets[0]}. */
    public String field() {
        return field;
    }

    static void check(boolean condition, String field, String expected) {
        if (!condition) {
            throw new InvalidSilenceException(field, expected);
        }
    }
}
