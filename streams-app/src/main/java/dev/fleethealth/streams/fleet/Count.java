package dev.fleethealth.streams.fleet;

import java.util.Map;

/** A number that changes in place. Not thread-safe. */
final class Count {
    private long number;

    long number() {
        return number;
    }

    /** The numbers as they are now, in an empty map. */
    static <K> Map<K, Long> numbers(Map<K, Count> counts, Map<K, Long> empty) {
        counts.forEach((key, count) -> empty.put(key, count.number));
        return empty;
    }

    /** Adds to the count of a key; what comes to nothing is left out. */
    static <K> void change(Map<K, Count> counts, K key, long change) {
        Count count = counts.computeIfAbsent(key, any -> new Count());
        count.number += change;
        if (count.number == 0) {
            counts.remove(key);
        }
    }
}
