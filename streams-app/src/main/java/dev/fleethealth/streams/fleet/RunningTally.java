package dev.fleethealth.streams.fleet;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.detector.Fact;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Counts what occurred in one step. Not thread-safe. */
final class RunningTally {
    private final Map<Category, Long> categories = new EnumMap<>(Category.class);
    private final Map<Fact, Map<String, Long>> facts = new EnumMap<>(Fact.class);
    private long occurrences;

    /** @param sign +1, or -1 for what was counted before */
    void add(Contribution.Counted counted, int sign) {
        occurrences += sign;
        counted.categories().forEach((category, count) -> add(categories, category, sign * count));
        counted.facts()
                .forEach((fact, value) -> addBounded(facts.computeIfAbsent(fact, any -> new HashMap<>()), value, sign));
    }

    private static void addBounded(Map<String, Long> values, String value, long count) {
        // What was left out when the values were full must not be taken away later.
        boolean fits = count > 0 && values.size() < Tally.MOST_VALUES;
        if (fits || values.containsKey(value)) {
            add(values, value, count);
        }
    }

    /** Adds to a count; what comes to nothing is left out. */
    static <K> void add(Map<K, Long> counts, K key, long count) {
        counts.merge(key, count, (a, b) -> a + b == 0 ? null : Long.valueOf(a + b));
    }

    /** What is counted by now. */
    Tally toTally() {
        Map<Fact, Map<String, Long>> copies = new EnumMap<>(Fact.class);
        facts.forEach((fact, values) -> copies.put(fact, new HashMap<>(values)));
        return new Tally(occurrences, new EnumMap<>(categories), copies);
    }
}
