package dev.fleethealth.streams.fleet;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.detector.Cohort;
import dev.fleethealth.streams.detector.Fact;
import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.detector.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a fleet or a node shows for one detector in the window that ends with a step: the sum over the partitions.
 *
 * @param how how the series is counted
 * @param at the moment of the reading, within {@code step}
 * @param cohortSince step from which on devices belong to the episode
 * @param onlineThen tells how many devices were online when the window began
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
        LongSupplier onlineThen,
        Supplier<Set<String>> restarting,
        Optional<Double> openedBy)
        implements Reading {

    private Stream<SeriesBook> series() {
        return book.series(key).stream();
    }

    private WindowTally window() {
        return book.window(key, firstStep(), step);
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
        return window().occurrences();
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
        return window().facts(fact);
    }

    @Override
    public Map<Category, Long> categories() {
        return window().categories();
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
        long then = onlineThen.getAsLong();
        return isAfterMaintenance() ? Math.max(then, book.online() + devices()) : then;
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
        Cohort sum = Cohort.NONE;
        for (SeriesBook each : book.series(key)) {
            sum = sum.plus(each.cohortSince(since));
        }
        return sum;
    }

    @Override
    public Optional<Instant> newestOccurrence() {
        return series().map(SeriesBook::newest)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .map(newest -> how.whileAway() ? how.maintenance().endAt(newest).orElse(newest) : newest);
    }
}
