package dev.fleethealth.demo.stack;

/** A part of the stack did not start or ended on its own; the message says which, and where its log is. */
public final class StackFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StackFailedException(String message) {
        super(message);
    }
}
