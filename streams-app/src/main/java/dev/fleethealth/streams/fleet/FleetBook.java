package dev.fleethealth.streams.fleet;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What all partitions count of one fleet. Not thread-safe. */
public final class FleetBook {
    /** After a longer silence than this many steps, only the newest are fed. */
    private static final int MOST_STEPS = 7_200;

    private final SeriesGrid grid;
    private final Map<Integer, FleetCounts> parts = new HashMap<>();
    private final OnlineHistory onlineHistory = new OnlineHistory();

    public FleetBook(SeriesGrid grid) {
        this.grid = grid;
    }

    /** Takes out a partition that has no devices of the fleet left. */
    public void remove(int partition) {
        parts.remove(partition);
        onlineHistory.remove(partition);
    }

    /** Whether no partition has devices of the fleet. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Brings one partition's counts up to date and returns them whole. */
    public FleetCounts update(FleetCounts newer) {
        FleetCounts whole = parts.merge(newer.partition(), newer, (older, update) -> older.with(update, grid));
        onlineHistory.add(newer);
        return whole;
    }

    /** Devices that were online at that time, as far back as is known. */
    public long onlineAt(Instant time) {
        return onlineHistory.at(time);
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
