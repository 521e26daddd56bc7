package dev.fleethealth.streams.fleet;

import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.policy.FleetPolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How each series of a fleet is counted. Not thread-safe. */
public final class SeriesGrid {
    private final Map<String, Counting> countings = new HashMap<>();
    private final FleetPolicy policy;
    private final Duration grace;

    public SeriesGrid(FleetPolicy policy, Duration grace) {
        this.policy = policy;
        this.grace = grace;
    }

    public Steps stepsOf(SeriesKey key) {
        return countingOf(key).steps();
    }

    Counting countingOf(SeriesKey key) {
        Counting known = countings.get(key.detector());
        return known == null ? countingAnew(key.detector()) : known;
    }

    /** A series may have come from an instance with other detectors. */
    private Counting countingAnew(String detector) {
        Optional<Detector> known = policy.detector(detector);
        Counting counting = new Counting(
                Steps.of(known.map(Detector::window).orElse(Counting.PARTITION_LAG)),
                known.filter(Detector::countsWhileAway).isPresent(),
                policy.maintenanceOf(detector),
                known.map(Detector::window).orElse(Duration.ZERO).plus(grace));
        countings.put(detector, counting);
        return counting;
    }
}
