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

/**
 * Adds up one fleet over the devices of one partition. It is derived from the devices alone and can be rebuilt from them
 * at any time; nothing of it is stored. Not thread-safe.
 */
public final class FleetSum {
    private final Watch[] watches;
    private final SeriesGrid grid;
    private final Population population = new Population();
    private final Map<SeriesKey, Series> series = new HashMap<>();
    /** Devices, and what else there is without a client id. */
    private long members;

    private boolean populationChanged;
    private boolean complete = true;

    /** @param detectors those of scope FLEET and NODE */
    public FleetSum(List<Detector> detectors, SeriesGrid grid) {
        this.watches = detectors.stream()
                .map(detector -> new Watch(detector, new SeriesKey(detector.id(), "")))
                .toArray(Watch[]::new);
        this.grid = grid;
    }

    /**
     * A detector.
     *
     * @param whole its series of the whole fleet
     */
    private record Watch(Detector detector, SeriesKey whole) {

        boolean isOfNodes() {
            return detector.scope() == Scope.NODE;
        }

        List<Occurrence> occurrencesIn(DeviceView view) {
            return view.occurrencesOf(whole.detector());
        }
    }

    /**
     * Replaces what a device contributed by what it contributes now.
     *
     * @param device what has no client id, such as the broker itself, occurs but is no distinct device
     * @param now newest event time
     */
    public void replace(DeviceKey device, DeviceView before, DeviceView after, Instant now) {
        recount(device, before, after);
        boolean sameEndings =
                before.session().recentEndings() == after.session().recentEndings();
        boolean sameHistories = before.histories() == after.histories();
        if (sameHistories && (sameEndings || after.histories().isEmpty())) {
            return;
        }
        for (Watch watch : watches) {
            List<Occurrence> old = watch.occurrencesIn(before);
            List<Occurrence> current = watch.occurrencesIn(after);
            boolean untouched = old == current && (sameEndings || current.isEmpty());
            if (!untouched) {
                replace(watch, device, new Seen(before, old), new Seen(after, current), now);
            }
        }
    }

    /** A device, and what of it counts for one detector and subject. */
    private record Seen(DeviceView view, List<Occurrence> occurrences) {

        /** What counts on one node. */
        Seen on(String node) {
            return new Seen(
                    view,
                    occurrences.stream()
                            .filter(occurrence -> nodeOf(occurrence).equals(node))
                            .toList());
        }

        static String nodeOf(Occurrence occurrence) {
            return occurrence.facts().get(Fact.NODE, "");
        }
    }

    /** Replaces what a device contributed to the population alone. */
    void recount(DeviceKey device, DeviceView before, DeviceView after) {
        members += (after.session().isKnown() ? 1 : 0) - (before.session().isKnown() ? 1 : 0);
        if (!device.clientId().isEmpty()) {
            population.replace(before, after);
            populationChanged = true;
        }
    }

    private void replace(Watch watch, DeviceKey device, Seen before, Seen after, Instant now) {
        if (!watch.isOfNodes()) {
            replace(watch.whole(), device, before, after, now);
            return;
        }
        Set<String> nodes = new HashSet<>();
        before.occurrences().forEach(occurrence -> nodes.add(Seen.nodeOf(occurrence)));
        after.occurrences().forEach(occurrence -> nodes.add(Seen.nodeOf(occurrence)));
        nodes.forEach(node ->
                replace(new SeriesKey(watch.whole().detector(), node), device, before.on(node), after.on(node), now));
    }

    private void replace(SeriesKey key, DeviceKey device, Seen before, Seen after, Instant now) {
        Counting how = grid.countingOf(key);
        Contribution less = contribution(how, before, now);
        Contribution more = contribution(how, after, now);
        if (less.equals(more)) {
            return;
        }
        Series changed = series.computeIfAbsent(key, Series::new);
        forgetOld(changed, how, now);
        changed.replace(less, more, !device.clientId().isEmpty());
        if (more.coveredTo() > less.coveredTo()) {
            List<Occurrence> current = after.occurrences();
            changed.occurred(current.get(current.size() - 1).at());
            changed.sample(device.clientId());
        }
    }

    private static Contribution contribution(Counting how, Seen seen, Instant now) {
        return Contribution.of(seen.occurrences(), seen.view(), how, now);
    }

    private static void forgetOld(Series each, Counting how, Instant now) {
        each.forget(how.oldestStep(now), how.oldestCohort(now));
    }

    public boolean hasChanged() {
        return complete
                || populationChanged
                || isGone()
                || series.values().stream().anyMatch(Series::hasChanged);
    }

    /** Whether there is news that should not wait. */
    boolean isRising() {
        boolean rising = complete;
        for (Series each : series.values()) {
            rising |= each.isRising();
        }
        return rising;
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
        forgetOld(each, grid.countingOf(each.key()), now);
        return each.isEmpty() && !each.hasChanged();
    }
}
