package dev.fleethealth.streams.delivery;

import java.util.Locale;

/** What became of one transition of an alert at one target; the label {@code outcome} of the metrics. */
public enum Result {
    /** The target has it. */
    DELIVERED,

    /** A call failed and is tried again; not an end. */
    RETRIED,

    /** The target will never take it: dead letter. */
    REFUSED,

    /** Older than {@code max-age} before it could be told: dead letter if it had been tried. */
    EXPIRED,

    /** A route leads elsewhere. */
    UNROUTED,

    SILENCED,

    /** Another alert, which was told, explains it. */
    INHIBITED,

    /** Told as a part of the flood page. */
    FOLDED,

    /** A newer state of the same episode took its place before it was told. */
    COALESCED,

    /** The target knows the alert, and the change is not worth a call. */
    UNCHANGED,

    /** Over before it was told, so that nobody needs to know. */
    NEVER_TOLD,

    /** Known already: read again after a restart. */
    STALE;

    /** As the metrics write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
