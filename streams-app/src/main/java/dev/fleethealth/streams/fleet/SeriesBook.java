package dev.fleethealth.streams.fleet;

import dev.fleethealth.streams.detector.Cohort;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One series as one partition counts it, kept up to date with what the partition tells. Not thread-safe. */
final class SeriesBook {
    private final SeriesKey key;
    private final StepCounts devices = new StepCounts();
    private final NavigableMap<Long, Tally> tallies = new TreeMap<>();
    private final NavigableMap<Long, Cohort> cohorts = new TreeMap<>();
    private final Samples samples = new Samples();
    private final WindowTally window;
    private @Nullable Instant newest;

    /** The sum of the cohorts from a step on, as it was last asked for. */
    private Cohort standing = Cohort.NONE;

    private long standingSince = Long.MAX_VALUE;

    /** @param window of the series over all partitions; hears of what changes here */
    SeriesBook(SeriesKey key, WindowTally window) {
        this.key = key;
        this.window = window;
    }

    /** Puts newer counts over those that are known. */
    void update(SeriesCounts newer) {
        devices.set(newer.firstStep(), newer.devices());
        newer.tallies().forEach(this::put);
        newer.cohorts().forEach(this::put);
        samples.addAll(newer.samples());
        newest = newer.newest();
    }

    private void put(long step, Tally tally) {
        replace(step, tallies.put(step, tally), tally);
    }

    private void replace(long step, @Nullable Tally before, Tally after) {
        window.replace(step, before == null ? Tally.NONE : before, after);
    }

    private void put(long step, Cohort cohort) {
        replace(step, cohorts.put(step, cohort), cohort);
    }

    private void replace(long step, @Nullable Cohort before, Cohort after) {
        if (step >= standingSince) {
            standing = standing.plus(after).minus(before == null ? Cohort.NONE : before);
        }
    }

    /** Forgets what is too old to matter. */
    void forget(long oldestStep, long oldestCohort) {
        devices.forget(oldestStep);
        NavigableMap<Long, Tally> oldTallies = tallies.headMap(oldestStep, false);
        oldTallies.forEach((step, tally) -> replace(step, tally, Tally.NONE));
        oldTallies.clear();
        NavigableMap<Long, Cohort> oldCohorts = cohorts.headMap(oldestCohort, false);
        oldCohorts.forEach((step, cohort) -> replace(step, cohort, Cohort.NONE));
        oldCohorts.clear();
    }

    /** Forgets all of it. */
    void forgetAll() {
        forget(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    boolean isEmpty() {
        return devices.isEmpty() && tallies.isEmpty() && cohorts.isEmpty();
    }

    long devicesAt(long step) {
        return devices.at(step);
    }

    /** What occurred in some steps, both ends included. */
    void eachTally(long from, long to, Consumer<Tally> taker) {
        tallies.subMap(from, true, to, true).values().forEach(taker);
    }

    /** Where the devices stand whose newest occurrence was in that step or later. */
    Cohort cohortSince(long step) {
        if (step != standingSince) {
            standing = cohorts.tailMap(step, true).values().stream().reduce(Cohort.NONE, Cohort::plus);
            standingSince = step;
        }
        return standing;
    }

    List<String> samples() {
        return samples.all();
    }

    @Nullable
    Instant newest() {
        return newest;
    }

    SeriesCounts toCounts() {
        return new SeriesCounts(
                key,
                devices.first(),
                devices.range(devices.first(), devices.last()),
                new TreeMap<>(tallies),
                new TreeMap<>(cohorts),
                samples.all(),
                newest);
    }
}
