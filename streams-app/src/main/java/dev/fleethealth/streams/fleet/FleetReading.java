package dev.fleethealth.streams.fleet;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.detector.Cohort;
import dev.fleethealth.streams.detector.Fact;
import dev.fleethealth.streams.detector.MostFrequent;
import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.detector.Reading;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a fleet or a node shows for one detector in the window that ends with a step: the sum over the partitions.
 *
 * @param at the moment of the reading, within {@code step}
 * @param cohortSince step from which on devices belong to the episode
 * @param restarting tells the nodes that are being restarted
 * @param openedBy the threshold that opened the open episode, if one is
 */
public record FleetReading(
        String fleet,
        SeriesKey key,
        FleetBook book,
        long step,
        Instant at,
        long cohortSince,
        double baseline,
        long onlineAtStart,
        Supplier<Set<String>> restarting,
        Optional<Double> openedBy)
        implements Reading {

    private List<SeriesBook> series() {
        return book.series(key);
    }

    private long firstStep() {
        return step - Steps.SPAN + 1;
    }

    @Override
    public String subject() {
        return key.subject();
    }

    @Override
    public long occurrences() {
        return series().stream()
                .mapToLong(counts -> counts.occurrences(firstStep(), step))
                .sum();
    }

    @Override
    public long devices() {
        return book.devicesAt(key, step);
    }

    @Override
    public List<Occurrence> history() {
        return List.of();
    }

    @Override
    public Map<String, Long> tally(Fact fact) {
        Map<String, Long> counts = new HashMap<>();
        series().forEach(each -> each.addFacts(fact, firstStep(), step, counts));
        return MostFrequent.first(counts);
    }

    @Override
    public Map<Category, Long> categories() {
        Map<Category, Long> counts = new EnumMap<>(Category.class);
        series().forEach(each -> each.addCategories(firstStep(), step, counts));
        return counts;
    }

    @Override
    public List<String> sampleDevices() {
        return series().stream()
                .flatMap(counts -> counts.samples().stream())
                .distinct()
                .sorted()
                .limit(SeriesCounts.MOST_SAMPLES)
                .toList();
    }

    @Override
    public long population() {
        return book.known();
    }

    @Override
    public Set<String> restartingNodes() {
        return restarting.get();
    }

    @Override
    public Cohort cohort() {
        return series().stream().map(counts -> counts.cohortSince(cohortSince)).reduce(Cohort.NONE, Cohort::plus);
    }

    @Override
    public Optional<Instant> newestOccurrence() {
        return series().stream()
                .map(SeriesBook::newest)
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
    }
}
