package dev.fleethealth.streams.delivery;

/** How far a target has been told of the newest episode of an alert. */
public enum Phase {
    /** Open, and not told for now: silenced, or explained by another alert. */
    HELD,

    /** Open, and told only as a part of the flood page. */
    FOLDED,

    /** Open, and never to be told: the target refused it, or it was too old. */
    DROPPED,

    /** About to be told; whether the target heard it is unknown until the next phase. */
    OPENING,

    /** Told. */
    OPEN,

    /** Its end is about to be told: from here on it must never be opened again. */
    RESOLVING,

    /** Over. */
    RESOLVED;

    /** Whether the target may know of it and hold it for open. */
    boolean mayBeOpenThere() {
        return this == OPENING || this == OPEN || this == RESOLVING;
    }

    boolean isOver() {
        return this == RESOLVING || this == RESOLVED;
    }
}
