package dev.fleethealth.streams.fleet;

import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.policy.FleetPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The steps in which each series of a fleet is counted, and how long they matter. */
public final class SeriesGrid {
    /** Partitions are read side by side; one may be this far behind another and still be counted with it. */
    private static final Duration PARTITION_LAG = Duration.ofMinutes(1);

    private final Map<String, Steps> steps = new HashMap<>();
    private final Map<String, Duration> windows = new HashMap<>();
    private final Map<String, Counting> countings = new HashMap<>();
    private final FleetPolicy policy;
    private final Duration grace;

    public SeriesGrid(FleetPolicy policy, Duration grace) {
        this.policy = policy;
        this.grace = grace;
        policy.detectors().forEach(detector -> {
            steps.put(detector.id(), Steps.of(detector.window()));
            windows.put(detector.id(), detector.window());
        });
    }

    public Steps stepsOf(SeriesKey key) {
        return steps.getOrDefault(key.detector(), Steps.of(PARTITION_LAG));
    }

    Counting countingOf(SeriesKey key) {
        return countings.computeIfAbsent(key.detector(), any -> countingAnew(key));
    }

    private Counting countingAnew(SeriesKey key) {
        boolean whileAway = policy.detector(key.detector())
                .filter(Detector::countsWhileAway)
                .isPresent();
        return new Counting(stepsOf(key), whileAway, policy.maintenanceOf(key.detector()));
    }

    /** Occurrences before it are settled: no window that can still fire has them inside. */
    public Instant countedSince(SeriesKey key, Instant now) {
        return now.minus(windows.getOrDefault(key.detector(), Duration.ZERO)).minus(grace);
    }

    public long oldestStep(SeriesKey key, Instant now) {
        return stepsOf(key).indexOf(countedSince(key, now).minus(PARTITION_LAG));
    }

    public long oldestCohort(SeriesKey key, Instant now) {
        return stepsOf(key).indexOf(now.minus(Contribution.PLACED_FOR));
    }
}
