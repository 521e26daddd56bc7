package dev.fleethealth.streams.query;

import java.time.Duration;
import java.time.Instant;

/**
 * A span of time.
 *
 * @param to the first moment that is no longer in it
 */
public record TimeSpan(Instant from, Instant to) {
    public TimeSpan {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("expected from before to, was " + from + " to " + to);
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    public boolean contains(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }
}
