package dev.fleethealth.streams.fleet;

import dev.fleethealth.streams.detector.Cohort;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts one series over the devices of one partition. Not thread-safe: it belongs to one stream task.
 *
 * <p>A device adds one to each window end whose window has it inside, so the number at a window end is the number of
 * distinct devices, exactly, without a set of ids.
 */
final class Series {
    /** Client ids may be 64 KB long; ten of those would not fit into a message. */
    private static final int LONGEST_SAMPLE = 256;

    private final SeriesKey key;
    /** How the number of devices changes from one window end to the next. */
    private final NavigableMap<Long, Long> deltas = new TreeMap<>();

    private final NavigableMap<Long, Tally> tallies = new TreeMap<>();
    private final NavigableMap<Long, Cohort> cohorts = new TreeMap<>();
    private final Deque<String> samples = new ArrayDeque<>();
    private final Changes changes = new Changes();
    /** Sum of the deltas that are forgotten. */
    private long forgotten;

    private @Nullable Instant newest;

    Series(SeriesKey key) {
        this.key = key;
    }

    void add(Contribution contribution, int sign) {
        for (Contribution.Range range : contribution.covered()) {
            delta(range.from(), sign);
            delta(range.to() + 1, -sign);
            changes.range(range);
        }
        for (Contribution.Counted counted : contribution.counted()) {
            tallies.merge(counted.step(), counted.tally().times(sign), Tally::plus);
            changes.tally(counted.step());
        }
        contribution.placed().ifPresent(placed -> {
            cohorts.merge(placed.step(), placed.standing().times(sign), Cohort::plus);
            changes.cohort(placed.step());
        });
    }

    private void delta(long step, long change) {
        deltas.merge(step, change, (a, b) -> a + b == 0 ? null : Long.valueOf(a + b));
    }

    void sample(String device, Instant at) {
        String name = device.length() <= LONGEST_SAMPLE ? device : device.substring(0, LONGEST_SAMPLE) + "…";
        samples.remove(name);
        samples.addLast(name);
        if (samples.size() > SeriesCounts.MOST_SAMPLES) {
            samples.removeFirst();
        }
        newest = newest == null || at.isAfter(newest) ? at : newest;
    }

    SeriesKey key() {
        return key;
    }

    boolean hasChanged() {
        return changes.any();
    }

    /** Forgets what is too old to matter. */
    void forget(long oldestStep, long oldestCohort) {
        NavigableMap<Long, Long> old = deltas.headMap(oldestStep, false);
        forgotten += sum(old);
        old.clear();
        tallies.headMap(oldestStep).clear();
        cohorts.headMap(oldestCohort).clear();
    }

    boolean isEmpty() {
        return deltas.isEmpty() && tallies.isEmpty() && cohorts.isEmpty();
    }

    /** What has changed since the last call. */
    SeriesCounts takeChanges() {
        SeriesCounts counts = counts(
                changes.from(),
                changes.to(),
                only(tallies, changes.tallies(), Tally.NONE),
                only(cohorts, changes.cohorts(), Cohort.NONE));
        changes.clear();
        return counts;
    }

    /** Everything. */
    SeriesCounts takeAll() {
        changes.clear();
        long from = deltas.isEmpty() ? 0 : deltas.firstKey();
        long to = deltas.isEmpty() ? -1 : deltas.lastKey();
        return counts(from, to, new TreeMap<>(tallies), new TreeMap<>(cohorts));
    }

    private SeriesCounts counts(
            long from, long to, NavigableMap<Long, Tally> someTallies, NavigableMap<Long, Cohort> someCohorts) {
        long[] numbers = new long[(int) Math.max(0, to - from + 1)];
        long running = forgotten + sum(deltas.headMap(from, false));
        for (int i = 0; i < numbers.length; i++) {
            running += deltas.getOrDefault(from + i, 0L);
            numbers[i] = running;
        }
        return new SeriesCounts(key, from, numbers, someTallies, someCohorts, List.copyOf(samples), newest);
    }

    private static long sum(NavigableMap<Long, Long> some) {
        return some.values().stream().mapToLong(Long::longValue).sum();
    }

    private static <V> NavigableMap<Long, V> only(NavigableMap<Long, V> all, Iterable<Long> steps, V absent) {
        NavigableMap<Long, V> some = new TreeMap<>();
        steps.forEach(step -> some.put(step, all.getOrDefault(step, absent)));
        return some;
    }
}
