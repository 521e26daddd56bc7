package dev.fleethealth.streams.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many devices of a fleet were online, as its partitions reported it. It is not stored and begins anew after a
 * restart. Not thread-safe.
 */
final class OnlineHistory {
    private static final Duration KEPT_FOR = Duration.ofMinutes(10);

    /** By partition: the count from each time on. */
    private final Map<Integer, NavigableMap<Instant, Long>> parts = new HashMap<>();

    void add(FleetCounts counts) {
        NavigableMap<Instant, Long> part = parts.computeIfAbsent(counts.partition(), any -> new TreeMap<>());
        // Time that went on without events may turn out to have been ahead of them.
        part.tailMap(counts.at(), false).clear();
        Map.Entry<Instant, Long> last = part.lastEntry();
        if (last == null || last.getValue() != counts.online()) {
            part.put(counts.at(), counts.online());
        }
        Instant oldest = part.floorKey(counts.at().minus(KEPT_FOR));
        if (oldest != null) {
            part.headMap(oldest).clear();
        }
    }

    void remove(int partition) {
        parts.remove(partition);
    }

    /** Devices online at that time; where it lies before all that is known of a partition, the first that is. */
    long at(Instant time) {
        long online = 0;
        for (NavigableMap<Instant, Long> part : parts.values()) {
            online += at(time, part);
        }
        return online;
    }

    private static long at(Instant time, NavigableMap<Instant, Long> part) {
        Map.Entry<Instant, Long> known = part.floorEntry(time);
        return (known == null ? part.firstEntry() : known).getValue();
    }
}
