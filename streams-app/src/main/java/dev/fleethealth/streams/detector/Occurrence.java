package dev.fleethealth.streams.detector;

import java.time.Instant;
import java.util.Map;

/**
 * One thing that counts for a detector.
 *
 * @param at event time
 * @param facts what is worth keeping of it; values are tallied, so they should repeat from device to device
 */
public record Occurrence(Instant at, Map<Fact, String> facts) {
    public Occurrence {
        facts = Map.copyOf(facts);
    }
}
