package dev.fleethealth.streams.fleet;

import dev.fleethealth.streams.detector.Cohort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One series as one partition counts it. Numbers are totals, never increments, so a message that comes twice does no
 * harm.
 *
 * @param firstStep step of the first number in {@code devices}
 * @param devices distinct devices in the window that ends with each step; steps that are not listed have 0
 * @param tallies what occurred, by step
 * @param cohorts where the devices stand whose newest occurrence was in that step
 * @param samples devices with a recent occurrence, newest last; at most {@link #MOST_SAMPLES}
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

    public static SeriesCounts none(SeriesKey key) {
        return new SeriesCounts(
                key, 0, new long[0], Collections.emptyNavigableMap(), Collections.emptyNavigableMap(), List.of(), null);
    }

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

    /** These counts with the newer ones put over them, without what is too old to matter. */
    SeriesCounts with(SeriesCounts newer, long oldestStep, long oldestCohort) {
        long from = Math.max(oldestStep, devices.length == 0 ? newer.firstStep : Math.min(firstStep, newer.firstStep));
        long to = Math.max(lastStep(), newer.lastStep());
        long[] all = new long[(int) Math.max(0, to - from + 1)];
        for (int i = 0; i < all.length; i++) {
            long step = from + i;
            boolean isNewer = step >= newer.firstStep && step <= newer.lastStep();
            all[i] = isNewer ? newer.devicesAt(step) : devicesAt(step);
        }
        return new SeriesCounts(
                key,
                from,
                all,
                merged(tallies, newer.tallies, oldestStep),
                merged(cohorts, newer.cohorts, oldestCohort),
                newest(samples, newer.samples),
                newer.newest);
    }

    private static <V> NavigableMap<Long, V> merged(
            NavigableMap<Long, V> older, NavigableMap<Long, V> newer, long oldest) {
        NavigableMap<Long, V> all = new TreeMap<>(older.tailMap(oldest, true));
        all.putAll(newer.tailMap(oldest, true));
        return all;
    }

    private static List<String> newest(List<String> older, List<String> newer) {
        List<String> all = new ArrayList<>(older);
        all.removeAll(newer);
        all.addAll(newer);
        return List.copyOf(all.subList(Math.max(0, all.size() - MOST_SAMPLES), all.size()));
    }
}
