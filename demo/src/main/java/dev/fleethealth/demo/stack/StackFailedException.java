package dev.fleethealth.demo.stack;

import java.nio.file.Path;

/** A part of the stack did not start or ended on its own; the message says which, and where its log is. */
public final class StackFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String component;

    StackFailedException(String component, String what, Path log) {
        super("%s %s, see %s".formatted(component, what, log));
        this.component = component;
    }

    /** Which part it was. */
    public String component() {
        return component;
    }
}
