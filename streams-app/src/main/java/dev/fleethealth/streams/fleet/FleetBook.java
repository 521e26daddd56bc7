package dev.fleethealth.streams.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/** What all partitions count of one fleet. Not thread-safe. */
public final class FleetBook {
    /** After a longer silence than this many steps, only the newest are fed. */
    private static final int MOST_STEPS = 7_200;

    private static final Duration ONLINE_KEPT_FOR = Duration.ofMinutes(10);

    private final SeriesGrid grid;
    private final Map<Integer, FleetCounts> parts = new HashMap<>();

    /** Devices online, by the time of the report; it is not stored, so it begins anew after a restart. */
    private final NavigableMap<Instant, Long> onlineHistory = new TreeMap<>();

    public FleetBook(SeriesGrid grid) {
        this.grid = grid;
    }

    /** Brings one partition's counts up to date and returns them whole. */
    public FleetCounts update(FleetCounts newer) {
        FleetCounts whole = parts.merge(newer.partition(), newer, (older, update) -> older.with(update, grid));
        onlineHistory.put(newer.at(), online());
        onlineHistory.headMap(newer.at().minus(ONLINE_KEPT_FOR)).clear();
        return whole;
    }

    /** Devices that were online at that time; at the first time that is known, where it lies before. */
    public long onlineAt(Instant time) {
        Map.Entry<Instant, Long> known = onlineHistory.floorEntry(time);
        if (known == null) {
            known = onlineHistory.firstEntry();
        }
        return known == null ? online() : known.getValue();
    }

    public List<FleetCounts> parts() {
        return List.copyOf(parts.values());
    }

    public long known() {
        return parts.values().stream().mapToLong(FleetCounts::known).sum();
    }

    public long online() {
        return parts.values().stream().mapToLong(FleetCounts::online).sum();
    }

    /** A baseline with the counts of the steps since it was last fed. */
    public Baseline feed(Baseline baseline, SeriesKey key, Instant until) {
        Steps steps = grid.stepsOf(key);
        long last = steps.indexOf(until);
        Baseline fed = baseline;
        for (long step = Math.max(baseline.fedUntil() + 1, last - MOST_STEPS); step <= last; step++) {
            fed = fed.fed(devicesAt(key, step), step, steps);
        }
        return fed;
    }

    private long devicesAt(SeriesKey key, long step) {
        return parts.values().stream()
                .map(part -> part.series().get(key))
                .filter(Objects::nonNull)
                .mapToLong(counts -> counts.devicesAt(step))
                .sum();
    }
}
