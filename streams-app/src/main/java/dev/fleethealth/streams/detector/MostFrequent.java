package dev.fleethealth.streams.detector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Orders counts so that the most frequent comes first; equal counts by name, so that the order is always the same. */
public final class MostFrequent {
    private static final int MOST_NAMED = 3;
    private static final Comparator<Map.Entry<String, Long>> ORDER = Map.Entry.<String, Long>comparingByValue(
                    Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey());

    private MostFrequent() {}

    public static Map<String, Long> first(Map<String, Long> counts) {
        Map<String, Long> ordered = new LinkedHashMap<>();
        counts.entrySet().stream().sorted(ORDER).forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    /** The first few with their counts, such as {@code broker-1 (14), broker-2 (6)}. */
    public static String words(Map<String, Long> counts) {
        return firstFew(counts).stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    /** A fleet has thousands of networks: most of them come behind the few at the first look. */
    private static List<Map.Entry<String, Long>> firstFew(Map<String, Long> counts) {
        List<Map.Entry<String, Long>> few = new ArrayList<>(MOST_NAMED + 1);
        for (Map.Entry<String, Long> entry : counts.entrySet()) {
            if (few.size() < MOST_NAMED || ORDER.compare(entry, few.get(MOST_NAMED - 1)) < 0) {
                few.add(entry);
                few.sort(ORDER);
                few.subList(Math.min(few.size(), MOST_NAMED), few.size()).clear();
            }
        }
        return few;
    }
}
