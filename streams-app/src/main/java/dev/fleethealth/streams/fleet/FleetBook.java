package dev.fleethealth.streams.fleet;

import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.policy.FleetPolicy;
import dev.fleethealth.streams.policy.Maintenance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What all partitions count of one fleet. Not thread-safe. */
public final class FleetBook {
    /** After a longer silence than this many steps, only the newest are fed. */
    private static final int MOST_STEPS = 7_200;

    private final FleetPolicy policy;
    private final SeriesGrid grid;
    private final Duration grace;
    private final Map<Integer, PartBook> parts = new HashMap<>();
    private final Map<SeriesKey, WindowTally> windows = new HashMap<>();
    private final OnlineHistory onlineHistory = new OnlineHistory();

    /** @param grace how late an event may come and still count where it belongs */
    public FleetBook(FleetPolicy policy, Duration grace) {
        this.policy = policy;
        this.grid = new SeriesGrid(policy, grace);
        this.grace = grace;
    }

    /** What holds for the fleet. */
    public FleetPolicy policy() {
        return policy;
    }

    SeriesGrid grid() {
        return grid;
    }

    /** Takes out a partition that has no devices of the fleet left. */
    public void remove(int partition) {
        PartBook part = parts.remove(partition);
        if (part != null) {
            part.forgetAll();
        }
        onlineHistory.remove(partition);
    }

    /** Whether no partition has devices of the fleet. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Brings one partition's counts up to date. */
    public void update(FleetCounts newer) {
        partOf(newer.partition()).update(newer, grid);
        onlineHistory.add(newer);
    }

    private PartBook partOf(int partition) {
        return parts.computeIfAbsent(partition, any -> new PartBook(partition, this::windowOf));
    }

    private WindowTally windowOf(SeriesKey key) {
        return windows.computeIfAbsent(key, any -> new WindowTally());
    }

    /** All that is known of one partition, which must have been there before. */
    public FleetCounts part(int partition) {
        FleetCounts known = Objects.requireNonNull(parts.get(partition)).toCounts(grid);
        windows.keySet().removeIf(key -> series(key).isEmpty());
        return known;
    }

    /** Devices that were online at that time, as far back as is known. */
    public long onlineAt(Instant time) {
        return onlineHistory.at(time);
    }

    public long known() {
        long known = 0;
        for (PartBook part : parts.values()) {
            known += part.known();
        }
        return known;
    }

    public long online() {
        long online = 0;
        for (PartBook part : parts.values()) {
            online += part.online();
        }
        return online;
    }

    /**
     * A baseline with the counts of the steps since it was last fed, but for those that are not usual: of an open alert,
     * and of maintenance and as long after it as a window still has some of it inside.
     */
    public Baseline feed(Baseline baseline, SeriesKey key, boolean isOpen, Instant now) {
        Steps steps = grid.stepsOf(key);
        Maintenance maintenance = policy.maintenanceOf(key.detector());
        Baseline begun = baseline.begunAt(now, steps);
        return isOpen || maintenance.isOn(now)
                ? begun.skippedTo(steps.indexOf(now))
                : feed(begun.skippedTo(steps.indexOf(maintenance.lastEndBy(now)) + Steps.SPAN), key, now.minus(grace));
    }

    private Baseline feed(Baseline baseline, SeriesKey key, Instant until) {
        long last = baseline.steps().indexOf(until);
        Baseline fed = baseline;
        for (long step = Math.max(baseline.fedUntil() + 1, last - MOST_STEPS); step <= last; step++) {
            fed = fed.fed(devicesAt(key, step), step);
        }
        return fed;
    }

    /** Whether a baseline is still asked for, and was learned over the window that holds now. */
    public boolean isLearned(SeriesKey key, Baseline baseline) {
        return policy.detector(key.detector())
                .filter(Detector::comparesWithBaseline)
                .filter(detector -> Steps.of(detector.window()).equals(baseline.steps()))
                .isPresent();
    }

    /** Distinct devices in the window that ends with a step. */
    public long devicesAt(SeriesKey key, long step) {
        long sum = 0;
        for (SeriesBook each : series(key)) {
            sum += each.devicesAt(step);
        }
        return sum;
    }

    /** What occurred in some steps of a series, both ends included; it holds until the book is asked for others. */
    WindowTally window(SeriesKey key, long from, long to) {
        WindowTally window = windows.getOrDefault(key, new WindowTally());
        window.moveTo(from, to, series(key));
        return window;
    }

    /** A series as each partition counts it. */
    List<SeriesBook> series(SeriesKey key) {
        List<SeriesBook> all = new ArrayList<>(parts.size());
        for (PartBook part : parts.values()) {
            SeriesBook book = part.series(key);
            if (book != null) {
                all.add(book);
            }
        }
        return all;
    }
}
