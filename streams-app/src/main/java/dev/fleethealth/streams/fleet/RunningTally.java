package dev.fleethealth.streams.fleet;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.detector.Fact;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Counts what occurred in one step. Not thread-safe. */
final class RunningTally {
    private final Map<Category, Count> categories = new EnumMap<>(Category.class);
    private final Map<Fact, Map<String, Count>> facts = new EnumMap<>(Fact.class);
    private long occurrences;

    /** @param sign +1, or -1 for what was counted before */
    void add(Contribution.Counted counted, int sign) {
        occurrences += sign;
        counted.categories().forEach((category, count) -> Count.change(categories, category, sign * count));
        counted.facts()
                .forEach((fact, value) -> addBounded(facts.computeIfAbsent(fact, any -> new HashMap<>()), value, sign));
    }

    private static void addBounded(Map<String, Count> values, String value, int count) {
        // What was left out when the values were full must not be taken away later.
        boolean fits = count > 0 && values.size() < Tally.MOST_VALUES;
        if (fits || values.containsKey(value)) {
            Count.change(values, value, count);
        }
    }

    /** What is counted by now. */
    Tally toTally() {
        Map<Fact, Map<String, Long>> copies = new EnumMap<>(Fact.class);
        facts.forEach((fact, values) -> copies.put(fact, Count.numbers(values, new HashMap<>())));
        return new Tally(occurrences, Count.numbers(categories, new EnumMap<>(Category.class)), copies);
    }
}
