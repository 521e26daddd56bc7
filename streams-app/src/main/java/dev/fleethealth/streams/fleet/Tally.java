package dev.fleethealth.streams.fleet;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.detector.Fact;
import java.util.Map;

/**
 * What occurred in one step.
 *
 * @param occurrences how many
 * @param categories of the sessions that ended before them
 * @param facts how often each value; at most {@link #MOST_VALUES} values of a fact, for they come from devices
 */
public record Tally(long occurrences, Map<Category, Long> categories, Map<Fact, Map<String, Long>> facts) {
    static final int MOST_VALUES = 32;

    public static final Tally NONE = new Tally(0, Map.of(), Map.of());
}
