package dev.fleethealth.streams.device;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.detector.Cohort;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.Fact;
import dev.fleethealth.streams.detector.MostFrequent;
import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.detector.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one device shows for one detector in a window, both edges included.
 *
 * @param subject the client id
 * @param from the first moment of the window
 * @param at the last
 * @param openedBy the threshold that opened the open episode, if one is
 */
public record DeviceReading(
        String fleet,
        String subject,
        Detector detector,
        DeviceView view,
        Instant from,
        Instant at,
        Optional<Double> openedBy)
        implements Reading {

    @Override
    public List<Occurrence> history() {
        List<Occurrence> inside = new ArrayList<>();
        for (Occurrence occurrence : view.occurrencesOf(detector.id())) {
            if (isInside(occurrence)) {
                inside.add(occurrence);
            }
        }
        return Collections.unmodifiableList(inside);
    }

    private boolean isInside(Occurrence occurrence) {
        return !occurrence.at().isBefore(from) && !occurrence.at().isAfter(at);
    }

    @Override
    public long occurrences() {
        long count = 0;
        for (Occurrence occurrence : view.occurrencesOf(detector.id())) {
            count += isInside(occurrence) ? 1 : 0;
        }
        return count;
    }

    @Override
    public long devices() {
        return occurrences() == 0 ? 0 : 1;
    }

    @Override
    public Map<String, Long> tally(Fact fact) {
        return MostFrequent.first(history().stream()
                .map(occurrence -> occurrence.facts().get(fact))
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(value -> value, Collectors.counting())));
    }

    @Override
    public Map<Category, Long> categories() {
        return EndingTally.of(view.session().recentEndings(), at);
    }

    @Override
    public List<String> sampleDevices() {
        return List.of(subject);
    }

    @Override
    public long population() {
        return 1;
    }

    @Override
    public long onlineAtStart() {
        return 1;
    }

    /** Not known where single devices are looked at. */
    @Override
    public Set<String> restartingNodes() {
        return Set.of();
    }

    @Override
    public double baseline() {
        return 0;
    }

    @Override
    public Duration learnedFor() {
        return Duration.ZERO;
    }

    @Override
    public Cohort cohort() {
        return Cohort.NONE;
    }

    @Override
    public Optional<Instant> newestOccurrence() {
        List<Occurrence> all = view.occurrencesOf(detector.id());
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1).at());
    }
}
