package dev.fleethealth.streams.alert;

import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.detector.ProbableCause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert that is open.
 *
 * @param openedBy the threshold that was reached
 * @param observed what the last transition reported
 * @param updatedAt when the last transition was emitted, event time
 * @param belowSince since when the trouble has been low enough to clear; null while it is not
 * @param clearedAt when it was over; resolution is held back from then on, null before
 */
public record Episode(
        String dedupKey,
        Instant openedAt,
        Severity severity,
        ProbableCause cause,
        double openedBy,
        double observed,
        Instant updatedAt,
        @Nullable Instant belowSince,
        @Nullable Instant clearedAt) {

    /** {@code dedupKey@openedAt}, epoch milliseconds. */
    public String id() {
        return dedupKey + "@" + openedAt.toEpochMilli();
    }

    Episode quiet(@Nullable Instant below, @Nullable Instant cleared) {
        return new Episode(dedupKey, openedAt, severity, cause, openedBy, observed, updatedAt, below, cleared);
    }

    Episode reported(Severity newSeverity, ProbableCause newCause, double newObserved, Instant now) {
        return new Episode(
                dedupKey, openedAt, newSeverity, newCause, openedBy, newObserved, now, belowSince, clearedAt);
    }
}
