package dev.fleethealth.streams.backtest;

/** A line of the input is no canonical event. The message says which line and why. */
public final class BadEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadEventException(long line, String why) {
        super("line " + line + ": " + why);
    }
}
