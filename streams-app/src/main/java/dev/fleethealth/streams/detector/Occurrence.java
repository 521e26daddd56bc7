package dev.fleethealth.streams.detector;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that counts for a detector.
 *
 * @param at event time
 * @param facts what is worth keeping of it
 * @param backAt when the device first had a connection after it, {@code at} itself if it never lost its last one; null
 *     while it has none. Detectors leave it out, the device's history adds it
 */
public record Occurrence(Instant at, Facts facts, @Nullable Instant backAt) {
    public Occurrence(Instant at, Facts facts) {
        this(at, facts, null);
    }

    /** The same with the device back at that time, if it was not back before. */
    public Occurrence backBy(Instant time) {
        return backAt == null ? new Occurrence(at, facts, time) : this;
    }
}
