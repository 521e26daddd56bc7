package dev.fleethealth.streams.fleet;

import dev.fleethealth.streams.detector.Cohort;
import java.time.Instant;
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
    /** A rise by a tenth. */
    private static final int RISING_SHARE = 10;

    private final SeriesKey key;
    private final StepCounts devices = new StepCounts();
    private final ByStep<RunningTally> tallies = new ByStep<>(RunningTally::new);
    private final ByStep<RunningCohort> cohorts = new ByStep<>(RunningCohort::new);
    private final Samples samples = new Samples();
    private final Changes changes = new Changes();
    private @Nullable Instant newest;
    private long forgottenStep = Long.MIN_VALUE;
    private long forgottenCohort = Long.MIN_VALUE;

    Series(SeriesKey key) {
        this.key = key;
    }

    /**
     * Puts what a device contributes now in the place of what it did before.
     *
     * @param isDevice whether it counts among the devices; what occurred without a client id is noted all the same
     */
    void replace(Contribution before, Contribution after, boolean isDevice) {
        if (isDevice) {
            replaceCovered(before.covered(), after.covered());
            if (!before.placed().equals(after.placed())) {
                before.placed().ifPresent(where -> place(where, -1));
                after.placed().ifPresent(where -> place(where, +1));
            }
        }
        replaceCounted(before.counted(), after.counted());
    }

    /** Mostly a device stays longer in the windows in which it is. */
    private void replaceCovered(List<Contribution.Range> before, List<Contribution.Range> after) {
        int same = 0;
        while (same < before.size()
                && same < after.size()
                && before.get(same).from() == after.get(same).from()) {
            long oldEnd = before.get(same).to();
            long newEnd = after.get(same).to();
            cover(oldEnd + 1, newEnd, +1);
            cover(newEnd + 1, oldEnd, -1);
            same++;
        }
        before.subList(same, before.size()).forEach(range -> cover(range.from(), range.to(), -1));
        after.subList(same, after.size()).forEach(range -> cover(range.from(), range.to(), +1));
    }

    private void cover(long from, long to, int sign) {
        if (from <= to) {
            devices.add(from, to, sign);
            changes.range(from, to);
        }
    }

    private void place(Contribution.Placed placed, int sign) {
        cohorts.at(placed.step()).add(placed.standing(), sign);
        changes.cohort(placed.step());
    }

    /** Mostly there is one occurrence more. */
    private void replaceCounted(List<Contribution.Counted> before, List<Contribution.Counted> after) {
        int same = 0;
        while (same < before.size() && same < after.size() && before.get(same).equals(after.get(same))) {
            same++;
        }
        before.subList(same, before.size()).forEach(counted -> count(counted, -1));
        after.subList(same, after.size()).forEach(counted -> count(counted, +1));
    }

    private void count(Contribution.Counted counted, int sign) {
        tallies.at(counted.step()).add(counted, sign);
        changes.tally(counted.step(), sign);
    }

    void occurred(Instant at) {
        newest = newest == null || at.isAfter(newest) ? at : newest;
    }

    /** @param device client id; empty where none is known */
    void sample(String device) {
        samples.add(device);
    }

    SeriesKey key() {
        return key;
    }

    boolean hasChanged() {
        return changes.any();
    }

    /** Whether so much has come that a threshold may be crossed which was far away the last time. */
    boolean isRising() {
        return changes.occurrences() > 0
                && !tallies.isEmpty()
                && RISING_SHARE * changes.occurrences() >= devices.at(tallies.last());
    }

    /** Forgets what is too old to matter. */
    void forget(long oldestStep, long oldestCohort) {
        if (oldestStep > forgottenStep) {
            devices.forget(oldestStep);
            tallies.forget(oldestStep);
            forgottenStep = oldestStep;
        }
        if (oldestCohort > forgottenCohort) {
            cohorts.forget(oldestCohort);
            forgottenCohort = oldestCohort;
        }
    }

    boolean isEmpty() {
        return devices.isEmpty() && tallies.isEmpty() && cohorts.isEmpty();
    }

    /** What has changed since the last call. */
    SeriesCounts takeChanges() {
        SeriesCounts counts = new SeriesCounts(
                key,
                changes.from(),
                devices.range(changes.from(), changes.to()),
                tallies(changes.tallies()),
                cohorts(changes.cohorts()),
                samples.takeNew(),
                newest);
        changes.clear();
        return counts;
    }

    /** Everything. */
    SeriesCounts takeAll() {
        changes.clear();
        samples.takeNew();
        return new SeriesCounts(
                key,
                devices.first(),
                devices.range(devices.first(), devices.last()),
                tallies(tallies.steps()),
                cohorts(cohorts.steps()),
                samples.all(),
                newest);
    }

    private NavigableMap<Long, Tally> tallies(Iterable<Long> steps) {
        NavigableMap<Long, Tally> some = new TreeMap<>();
        for (Long step : steps) {
            RunningTally tally = tallies.find(step);
            some.put(step, tally == null ? Tally.NONE : tally.toTally());
        }
        return some;
    }

    private NavigableMap<Long, Cohort> cohorts(Iterable<Long> steps) {
        NavigableMap<Long, Cohort> some = new TreeMap<>();
        for (Long step : steps) {
            RunningCohort cohort = cohorts.find(step);
            some.put(step, cohort == null ? Cohort.NONE : cohort.toCohort());
        }
        return some;
    }
}
