package dev.fleethealth.streams.fleet;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.detector.Fact;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What occurred in a sliding window, over all partitions. It is kept up to date as the window moves and as partitions tell
 * what they count: to add up a minute anew each second costs most where most happens. Not thread-safe.
 */
final class WindowTally {
    private final Map<Category, Long> categories = new EnumMap<>(Category.class);
    private final Map<Fact, Map<String, Long>> facts = new EnumMap<>(Fact.class);
    private long occurrences;

    /** Steps, both ends included; none before somebody has asked. */
    private long first;

    private long last = -1;

    /** What a partition counts of a step has changed. */
    void replace(long step, Tally before, Tally after) {
        if (first <= step && step <= last) {
            add(before, -1);
            add(after, +1);
        }
    }

    /**
     * Moves the window.
     *
     * @param parts the series as each partition counts it
     */
    void moveTo(long from, long to, List<SeriesBook> parts) {
        add(parts, first, Math.min(last, from - 1), -1);
        add(parts, Math.max(first, to + 1), last, -1);
        add(parts, from, Math.min(to, first - 1), +1);
        add(parts, Math.max(from, last + 1), to, +1);
        first = from;
        last = to;
    }

    private void add(List<SeriesBook> parts, long from, long to, int sign) {
        if (from <= to) {
            parts.forEach(part -> part.eachTally(from, to, tally -> add(tally, sign)));
        }
    }

    private void add(Tally tally, int sign) {
        occurrences += sign * tally.occurrences();
        tally.categories().forEach((category, count) -> add(categories, category, sign * count));
        tally.facts().forEach((fact, counts) -> {
            Map<String, Long> sums = facts.computeIfAbsent(fact, any -> new HashMap<>());
            counts.forEach((value, count) -> add(sums, value, sign * count));
        });
    }

    private static <K> void add(Map<K, Long> sums, K key, long count) {
        sums.merge(key, count, (a, b) -> a + b == 0 ? null : Long.valueOf(a + b));
    }

    long occurrences() {
        return occurrences;
    }

    /** How often each category was there before what occurred; changes with the window. */
    Map<Category, Long> categories() {
        return Collections.unmodifiableMap(categories);
    }

    /** How often each value of a fact occurred; changes with the window. */
    Map<String, Long> facts(Fact fact) {
        return Collections.unmodifiableMap(facts.getOrDefault(fact, Map.of()));
    }
}
