package dev.fleethealth.streams.fleet;

import dev.fleethealth.schemas.Scope;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.Fact;
import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.device.DeviceKey;
import dev.fleethealth.streams.device.DeviceView;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Adds up one fleet over the devices of one partition. It is derived from the devices alone and can be rebuilt from them
 * at any time; nothing of it is stored. Not thread-safe.
 */
public final class FleetSum {
    private final List<Detector> detectors;
    private final SeriesGrid grid;
    private final Population population = new Population();
    private final Map<SeriesKey, Series> series = new HashMap<>();
    /** Devices, and what else there is without a client id. */
    private long members;

    private boolean populationChanged;
    private boolean complete = true;

    /** @param detectors those of scope FLEET and NODE */
    public FleetSum(List<Detector> detectors, SeriesGrid grid) {
        this.detectors = List.copyOf(detectors);
        this.grid = grid;
    }

    /**
     * Replaces what a device contributed by what it contributes now.
     *
     * @param device what has no client id, such as the broker itself, occurs but is no distinct device
     * @param now newest event time
     */
    public void replace(DeviceKey device, DeviceView before, DeviceView after, Instant now) {
        recount(device, before, after);
        detectors.forEach(detector -> replace(detector, device, before, after, now));
    }

    /** Replaces what a device contributed to the population alone. */
    void recount(DeviceKey device, DeviceView before, DeviceView after) {
        members += (after.session().isKnown() ? 1 : 0) - (before.session().isKnown() ? 1 : 0);
        if (!device.clientId().isEmpty()) {
            population.add(before, -1);
            population.add(after, +1);
            populationChanged = true;
        }
    }

    private void replace(Detector detector, DeviceKey device, DeviceView before, DeviceView after, Instant now) {
        List<Occurrence> old = before.occurrencesOf(detector.id());
        List<Occurrence> current = after.occurrencesOf(detector.id());
        if (old.isEmpty() && current.isEmpty()) {
            return;
        }
        Function<Occurrence, String> subject = subjectOf(detector);
        for (String each : subjects(subject, old, current)) {
            SeriesKey key = new SeriesKey(detector.id(), each);
            Contribution less = contribution(key, only(old, subject, each), before, now);
            Contribution more = contribution(key, only(current, subject, each), after, now);
            if (!less.equals(more)) {
                change(key, less, more, device, current);
            }
        }
    }

    private void change(
            SeriesKey key, Contribution less, Contribution more, DeviceKey device, List<Occurrence> current) {
        Series changed = series.computeIfAbsent(key, Series::new);
        boolean isDevice = !device.clientId().isEmpty();
        changed.add(less, -1, isDevice);
        changed.add(more, +1, isDevice);
        if (more.coveredTo() > less.coveredTo() && !current.isEmpty()) {
            changed.occurred(current.get(current.size() - 1).at());
            changed.sample(device.clientId());
        }
    }

    private Contribution contribution(SeriesKey key, List<Occurrence> occurrences, DeviceView view, Instant now) {
        return Contribution.of(occurrences, view, grid.countingOf(key), grid.countedSince(key, now), now);
    }

    private static Function<Occurrence, String> subjectOf(Detector detector) {
        return detector.scope() == Scope.NODE
                ? occurrence -> occurrence.facts().getOrDefault(Fact.NODE, "")
                : occurrence -> "";
    }

    private static Set<String> subjects(
            Function<Occurrence, String> subject, List<Occurrence> old, List<Occurrence> current) {
        Set<String> subjects = new HashSet<>();
        old.forEach(occurrence -> subjects.add(subject.apply(occurrence)));
        current.forEach(occurrence -> subjects.add(subject.apply(occurrence)));
        return subjects;
    }

    private static List<Occurrence> only(List<Occurrence> all, Function<Occurrence, String> subject, String wanted) {
        return all.stream()
                .filter(occurrence -> subject.apply(occurrence).equals(wanted))
                .toList();
    }

    public boolean hasChanged() {
        return complete
                || populationChanged
                || isGone()
                || series.values().stream().anyMatch(Series::hasChanged);
    }

    /** Whether all its devices have been forgotten, and with them all that they contributed. */
    boolean isGone() {
        return members == 0;
    }

    /**
     * What has changed since the last call; all of it at the first call, and nothing at all once the fleet is gone.
     *
     * @param newest event time
     * @param now event time as it goes on without events
     */
    public FleetCounts take(int partition, Instant newest, Instant now) {
        if (isGone()) {
            return FleetCounts.gone(partition, now);
        }
        Map<SeriesKey, SeriesCounts> taken = new HashMap<>();
        series.values().removeIf(each -> isOver(each, newest));
        series.forEach((key, each) -> {
            if (complete) {
                taken.put(key, each.takeAll());
            } else if (each.hasChanged()) {
                taken.put(key, each.takeChanges());
            }
        });
        FleetCounts counts =
                new FleetCounts(partition, complete, now, population.known(now), population.online(), taken);
        complete = false;
        populationChanged = false;
        return counts;
    }

    private boolean isOver(Series each, Instant now) {
        each.forget(grid.oldestStep(each.key(), now), grid.oldestCohort(each.key(), now));
        return each.isEmpty() && !each.hasChanged();
    }
}
