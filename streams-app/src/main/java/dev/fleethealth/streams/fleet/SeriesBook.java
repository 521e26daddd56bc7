package dev.fleethealth.streams.fleet;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.detector.Cohort;
import dev.fleethealth.streams.detector.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One series as one partition counts it, kept up to date with what the partition tells. Not thread-safe. */
final class SeriesBook {
    private final SeriesKey key;
    private final StepCounts devices = new StepCounts();
    private final NavigableMap<Long, Tally> tallies = new TreeMap<>();
    private final NavigableMap<Long, Cohort> cohorts = new TreeMap<>();
    private final Samples samples = new Samples();
    private @Nullable Instant newest;

    SeriesBook(SeriesKey key) {
        this.key = key;
    }

    /** Puts newer counts over those that are known. */
    void update(SeriesCounts newer) {
        devices.set(newer.firstStep(), newer.devices());
        tallies.putAll(newer.tallies());
        cohorts.putAll(newer.cohorts());
        samples.addAll(newer.samples());
        newest = newer.newest();
    }

    /** Forgets what is too old to matter. */
    void forget(long oldestStep, long oldestCohort) {
        devices.forget(oldestStep);
        tallies.headMap(oldestStep).clear();
        cohorts.headMap(oldestCohort).clear();
    }

    boolean isEmpty() {
        return devices.isEmpty() && tallies.isEmpty() && cohorts.isEmpty();
    }

    long devicesAt(long step) {
        return devices.at(step);
    }

    long occurrences(long from, long to) {
        long sum = 0;
        for (Tally tally : between(from, to)) {
            sum += tally.occurrences();
        }
        return sum;
    }

    /** Adds how often each value of a fact occurred. */
    void addFacts(Fact fact, long from, long to, Map<String, Long> sums) {
        for (Tally tally : between(from, to)) {
            tally.facts().getOrDefault(fact, Map.of()).forEach((value, count) -> sums.merge(value, count, Long::sum));
        }
    }

    /** Adds how often each category was there before what occurred. */
    void addCategories(long from, long to, Map<Category, Long> sums) {
        for (Tally tally : between(from, to)) {
            tally.categories().forEach((category, count) -> sums.merge(category, count, Long::sum));
        }
    }

    private Iterable<Tally> between(long from, long to) {
        return tallies.subMap(from, true, to, true).values();
    }

    /** Where the devices stand whose newest occurrence was in that step or later. */
    Cohort cohortSince(long step) {
        long back = 0;
        long refused = 0;
        long away = 0;
        long backMillis = 0;
        for (Cohort cohort : cohorts.tailMap(step, true).values()) {
            back += cohort.back();
            refused += cohort.refused();
            away += cohort.away();
            backMillis += cohort.backMillis();
        }
        return new Cohort(back, refused, away, backMillis);
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
