package dev.fleethealth.streams.fleet;

import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.policy.Maintenance;
import java.time.Duration;
import java.time.Instant;

/**
 * How one series is counted. What occurs in maintenance is counted until that is over and no longer, so that the counts
 * begin afresh; a device that is still away then is away from the end of the maintenance on.
 *
 * @param whileAway whether a device counts only until it is back
 * @param maintenance when what occurs is expected
 * @param countedFor how long an occurrence is counted anew when its device changes: the window and the grace
 */
record Counting(Steps steps, boolean whileAway, Maintenance maintenance, Duration countedFor) {
    /** Partitions are read side by side; one may be this far behind another and still be counted with it. */
    static final Duration PARTITION_LAG = Duration.ofMinutes(1);

    /** Occurrences before it are settled: no window that can still fire has them inside. */
    Instant countedSince(Instant now) {
        return now.minus(countedFor);
    }

    /** The first step of which the numbers still matter. */
    long oldestStep(Instant now) {
        return steps.indexOf(countedSince(now).minus(PARTITION_LAG));
    }

    /** The first step of which it still matters what became of the devices. */
    long oldestCohort(Instant now) {
        return steps.indexOf(now.minus(Contribution.PLACED_FOR));
    }

    /** The step in which an occurrence is counted. */
    long stepOf(Occurrence occurrence) {
        long step = steps.indexOf(occurrence.at());
        return maintenance
                .endAt(occurrence.at())
                .map(end -> outlasts(end, occurrence) ? steps.indexOf(end) : Math.min(step, steps.indexOf(end) - 1))
                .orElse(step);
    }

    private boolean outlasts(Instant end, Occurrence occurrence) {
        Instant back = occurrence.backAt();
        return whileAway && (back == null || !back.isBefore(end));
    }

    /** The last window end that has an occurrence inside. */
    long lastStepOf(Occurrence occurrence) {
        long last = steps.indexOf(occurrence.at()) + Steps.SPAN - 1;
        return maintenance
                .endAt(occurrence.at())
                .map(end -> Math.min(last, steps.indexOf(end) - 1))
                .orElse(last);
    }

    /** From when on it matters what became of the device. */
    Instant standsFrom(Occurrence occurrence) {
        return maintenance
                .endAt(occurrence.at())
                .filter(end -> outlasts(end, occurrence))
                .orElse(occurrence.at());
    }

    /** The first step that counts in the window that ends at a moment within a step. */
    long firstStep(long step, Instant at) {
        return Math.max(step - Steps.SPAN + 1, steps.indexOf(maintenance.lastEndBy(at)));
    }
}
