package dev.fleethealth.benchmarks.day;

import java.time.Duration;
import java.time.Instant;

/** A span of time, both ends included. */
public record Span(Instant from, Instant to) {

    public boolean contains(Instant time) {
        return !time.isBefore(from) && !time.isAfter(to);
    }

    boolean meets(Span other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }

    /** Longer by that much on both sides. */
    public Span widened(Duration length) {
        return new Span(from.minus(length), to.plus(length));
    }
}
