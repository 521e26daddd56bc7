package dev.fleethealth.streams.fleet;

import dev.fleethealth.streams.detector.Cohort;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * One series as one partition counts it. Numbers are totals, never increments, so a message that comes twice does no
 * harm.
 *
 * @param firstStep step of the first number in {@code devices}
 * @param devices distinct devices in the window that ends with each step; steps that are not listed have 0
 * @param tallies what occurred, by step
 * @param cohorts where the devices stand whose newest occurrence was in that step
 * @param samples devices with a recent occurrence, newest last; of a change, only those that are new; at most {@link #MOST_SAMPLES}
 * @param newest time of the newest occurrence
 */
public record SeriesCounts(
        SeriesKey key,
        long firstStep,
        long[] devices,
        NavigableMap<Long, Tally> tallies,
        NavigableMap<Long, Cohort> cohorts,
        List<String> samples,
        @Nullable Instant newest) {
    /** As many as an alert names. */
    public static final int MOST_SAMPLES = 10;

    public long devicesAt(long step) {
        long index = step - firstStep;
        return index < 0 || index >= devices.length ? 0 : devices[(int) index];
    }

    public long lastStep() {
        return firstStep + devices.length - 1;
    }

    /** The first window end that these counts say something about. */
    long firstChanged() {
        long byTallies = tallies.isEmpty() ? Long.MAX_VALUE : tallies.firstKey();
        return devices.length == 0 ? byTallies : Math.min(firstStep, byTallies);
    }

    /** The last window end that these counts say something about; below the first when there is none. */
    long lastChanged() {
        long byTallies = tallies.isEmpty() ? Long.MIN_VALUE : tallies.lastKey() + Steps.SPAN - 1;
        return devices.length == 0 ? byTallies : Math.max(lastStep(), byTallies);
    }
}
