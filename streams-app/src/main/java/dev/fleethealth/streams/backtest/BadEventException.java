package dev.fleethealth.streams.backtest;

/** A line or record of the input is no event. The message says which and why. */
public final class BadEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param where in the input, such as {@code line 7} */
    public BadEventException(String where, String why) {
        super(where + ": " + why);
    }
}
