package dev.fleethealth.streams.detector;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Orders counts so that the most frequent comes first; equal counts by name, so that the order is always the same. */
public final class MostFrequent {
    private MostFrequent() {}

    public static Map<String, Long> first(Map<String, Long> counts) {
        Map<String, Long> ordered = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }
}
