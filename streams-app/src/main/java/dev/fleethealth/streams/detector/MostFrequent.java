package dev.fleethealth.streams.detector;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Orders counts so that the most frequent comes first; equal counts by name, so that the order is always the same. */
public final class MostFrequent {
    private static final int MOST_NAMED = 3;

    private MostFrequent() {}

    public static Map<String, Long> first(Map<String, Long> counts) {
        Map<String, Long> ordered = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    /** The first few with their counts, such as {@code broker-1 (14), broker-2 (6)}. */
    public static String words(Map<String, Long> ordered) {
        return ordered.entrySet().stream()
                .limit(MOST_NAMED)
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
    }
}
