package dev.fleethealth.bridge.dialect;

import java.util.SortedSet;

/** Somebody named a dialect that does not exist. */
public final class UnknownDialectException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnknownDialectException(String id, String nearest, SortedSet<String> known) {
        super("unknown dialect \"%s\": did you mean \"%s\"? Known: %s"
                .formatted(id, nearest, String.join(", ", known)));
    }
}
