package dev.fleethealth.bridge.metrics;

import java.util.Locale;

/** What became of a broker message. */
public enum Result {
    /** At least one event is on Kafka. */
    EVENT,
    /** It says nothing about connections. */
    IGNORED,
    /** It is in the dead letter. */
    MALFORMED;

    /** The value of the metric's label. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
