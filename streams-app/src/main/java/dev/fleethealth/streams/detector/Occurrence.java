package dev.fleethealth.streams.detector;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that counts for a detector.
 *
 * @param at event time
 * @param facts what is worth keeping of it; values are tallied, so they should repeat from device to device
 * @param backAt when the device first had a connection after it, {@code at} itself if it never lost its last one; null
 *     while it has none. Detectors leave it out, the device's history adds it
 */
public record Occurrence(
        Instant at, Map<Fact, String> facts, @Nullable Instant backAt) {
    public Occurrence {
        facts = Map.copyOf(facts);
    }

    public Occurrence(Instant at, Map<Fact, String> facts) {
        this(at, facts, null);
    }

    /** The same with the device back at that time, if it was not back before. */
    public Occurrence backBy(Instant time) {
        return backAt == null ? new Occurrence(at, facts, time) : this;
    }
}
