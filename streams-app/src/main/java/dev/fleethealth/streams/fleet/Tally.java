package dev.fleethealth.streams.fleet;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.detector.Fact;
import java.util.EnumMap;
import java.util.HashMap;
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

    /** The sum; negative parts take away what was counted before. */
    public Tally plus(Tally other) {
        Map<Category, Long> allCategories = new EnumMap<>(Category.class);
        categories.forEach((category, count) -> add(allCategories, category, count));
        other.categories.forEach((category, count) -> add(allCategories, category, count));
        Map<Fact, Map<String, Long>> allFacts = new EnumMap<>(Fact.class);
        facts.forEach((fact, values) -> allFacts.put(fact, new HashMap<>(values)));
        other.facts.forEach((fact, values) -> values.forEach(
                (value, count) -> addBounded(allFacts.computeIfAbsent(fact, any -> new HashMap<>()), value, count)));
        return new Tally(occurrences + other.occurrences, allCategories, allFacts);
    }

    /** These counts, or their negation. */
    Tally times(int sign) {
        if (sign > 0) {
            return this;
        }
        Map<Category, Long> negatedCategories = new EnumMap<>(Category.class);
        categories.forEach((category, count) -> negatedCategories.put(category, -count));
        Map<Fact, Map<String, Long>> negatedFacts = new EnumMap<>(Fact.class);
        facts.forEach((fact, values) -> {
            Map<String, Long> negated = new HashMap<>();
            values.forEach((value, count) -> negated.put(value, -count));
            negatedFacts.put(fact, negated);
        });
        return new Tally(-occurrences, negatedCategories, negatedFacts);
    }

    private static void addBounded(Map<String, Long> values, String value, long count) {
        // What was left out when the values were full must not be taken away later.
        boolean fits = count > 0 && values.size() < MOST_VALUES;
        if (fits || values.containsKey(value)) {
            add(values, value, count);
        }
    }

    private static <K> void add(Map<K, Long> counts, K key, long count) {
        counts.merge(key, count, (a, b) -> a + b == 0 ? null : Long.valueOf(a + b));
    }
}
