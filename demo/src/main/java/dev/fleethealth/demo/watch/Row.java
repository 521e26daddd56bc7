package dev.fleethealth.demo.watch;

import java.time.Duration;
import java.util.Optional;

/**
 * One line of the table: an alert that was expected, or one that was seen without.
 *
 * @param opened after the beginning of the trouble
 * @param openedLimit the longest that it may take; empty where nothing was expected
 * @param resolved after the beginning of the trouble
 */
public record Row(
        String dedupKey,
        Optional<Duration> opened,
        Optional<Duration> openedLimit,
        Optional<Duration> resolved,
        Optional<Duration> resolvedLimit,
        Verdict verdict) {

    public boolean isOk() {
        return verdict == Verdict.OK;
    }

    /** What the table says of an alert. */
    public enum Verdict {
        OK,
        MISSING,
        LATE,
        UNRESOLVED,
        RESOLVED_LATE,
        UNEXPECTED
    }
}
