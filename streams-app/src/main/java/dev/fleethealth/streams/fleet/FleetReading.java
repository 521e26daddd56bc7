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
import java.util.stream.Stream;

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
        List<FleetCounts> parts,
        long step,
        Instant at,
        long cohortSince,
        double baseline,
        long onlineAtStart,
        Supplier<Set<String>> restarting,
        Optional<Double> openedBy)
        implements Reading {

    private Stream<SeriesCounts> series() {
        return parts.stream().map(part -> part.series().get(key)).filter(Objects::nonNull);
    }

    private Stream<Tally> tallies() {
        long from = step - Steps.SPAN + 1;
        return series().flatMap(counts -> counts.tallies().subMap(from, true, step, true).values().stream());
    }

    @Override
    public String subject() {
        return key.subject();
    }

    @Override
    public long occurrences() {
        return tallies().mapToLong(Tally::occurrences).sum();
    }

    @Override
    public long devices() {
        return series().mapToLong(counts -> counts.devicesAt(step)).sum();
    }

    @Override
    public List<Occurrence> history() {
        return List.of();
    }

    @Override
    public Map<String, Long> tally(Fact fact) {
        Map<String, Long> counts = new HashMap<>();
        tallies().forEach(tally -> tally.facts()
                .getOrDefault(fact, Map.of())
                .forEach((value, count) -> counts.merge(value, count, Long::sum)));
        return MostFrequent.first(counts);
    }

    @Override
    public Map<Category, Long> categories() {
        Map<Category, Long> counts = new EnumMap<>(Category.class);
        tallies().forEach(tally -> tally.categories()
                .forEach((category, count) -> counts.merge(category, count, Long::sum)));
        return counts;
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
        return parts.stream().mapToLong(FleetCounts::known).sum();
    }

    @Override
    public Set<String> restartingNodes() {
        return restarting.get();
    }

    @Override
    public Cohort cohort() {
        return series().flatMap(counts -> counts.cohorts().tailMap(cohortSince, true).values().stream())
                .reduce(Cohort.NONE, Cohort::plus);
    }

    @Override
    public Optional<Instant> newestOccurrence() {
        return series().map(SeriesCounts::newest).filter(Objects::nonNull).max(Instant::compareTo);
    }
}
