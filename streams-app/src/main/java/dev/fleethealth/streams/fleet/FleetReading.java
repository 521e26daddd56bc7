package dev.fleethealth.streams.fleet;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.detector.Cohort;
import dev.fleethealth.streams.detector.Fact;
import dev.fleethealth.streams.detector.MostFrequent;
import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.detector.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a fleet or a node shows for one detector in the window that ends with a step: the sum over the partitions.
 *
 * @param how how the series is counted
 * @param at the moment of the reading, within {@code step}
 * @param cohortSince step from which on devices belong to the episode
 * @param onlineThen devices online when the window began
 * @param restarting tells the nodes that are being restarted
 * @param openedBy the threshold that opened the open episode, if one is
 */
public record FleetReading(
        String fleet,
        SeriesKey key,
        Counting how,
        FleetBook book,
        long step,
        Instant at,
        long cohortSince,
        Baseline usual,
        long onlineThen,
        Supplier<Set<String>> restarting,
        Optional<Double> openedBy)
        implements Reading {

    private Stream<SeriesBook> series() {
        return book.series(key).stream();
    }

    private long firstStep() {
        return how.firstStep(step, at);
    }

    /** Whether maintenance ended within the window: what lies before its end does not count. */
    private boolean isAfterMaintenance() {
        return firstStep() > step - Steps.SPAN + 1;
    }

    @Override
    public String subject() {
        return key.subject();
    }

    @Override
    public long occurrences() {
        long first = firstStep();
        long occurrences = 0;
        for (SeriesBook each : book.series(key)) {
            occurrences += each.occurrences(first, step);
        }
        return occurrences;
    }

    /** After maintenance also those that were lost in it and are still away, as if they had left at its end. */
    @Override
    public long devices() {
        return how.whileAway() && isAfterMaintenance() ? standing(firstStep()).notBack() : book.devicesAt(key, step);
    }

    @Override
    public List<Occurrence> history() {
        return List.of();
    }

    @Override
    public Map<String, Long> tally(Fact fact) {
        Map<String, Long> counts = new HashMap<>();
        long first = firstStep();
        series().forEach(each -> each.addFacts(fact, first, step, counts));
        return MostFrequent.first(counts);
    }

    @Override
    public Map<Category, Long> categories() {
        Map<Category, Long> counts = new EnumMap<>(Category.class);
        long first = firstStep();
        series().forEach(each -> each.addCategories(first, step, counts));
        return counts;
    }

    @Override
    public double baseline() {
        return usual.valueAt(at);
    }

    @Override
    public Duration learnedFor() {
        return usual.learnedFor();
    }

    @Override
    public List<String> sampleDevices() {
        return series().flatMap(counts -> counts.samples().stream())
                .distinct()
                .sorted()
                .limit(SeriesCounts.MOST_SAMPLES)
                .toList();
    }

    @Override
    public long population() {
        return book.known();
    }

    /** After maintenance those that it has cost are added, for they were no longer online when the window began. */
    @Override
    public long onlineAtStart() {
        return isAfterMaintenance() ? Math.max(onlineThen, book.online() + devices()) : onlineThen;
    }

    @Override
    public Set<String> restartingNodes() {
        return restarting.get();
    }

    @Override
    public Cohort cohort() {
        return standing(cohortSince);
    }

    private Cohort standing(long since) {
        return series().map(each -> each.cohortSince(since)).reduce(Cohort.NONE, Cohort::plus);
    }

    @Override
    public Optional<Instant> newestOccurrence() {
        return series().map(SeriesBook::newest)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .map(newest -> how.whileAway() ? how.maintenance().endAt(newest).orElse(newest) : newest);
    }
}
