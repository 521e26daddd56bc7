package dev.fleethealth.streams.alert;

import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.detector.Level;
import dev.fleethealth.streams.detector.ProbableCause;
import dev.fleethealth.streams.detector.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The life of an alert: opened once, updated when there is news, resolved once (detection.md §2).
 *
 * @param updateInterval how often an open alert is reported again while its numbers move
 * @param resolveHold how long resolution is held back; trouble that comes again within it keeps the episode open, so that
 *     an alert never flaps
 */
public record AlertLifecycle(Duration updateInterval, Duration resolveHold) {

    /**
     * The episode after a verdict, and what to report.
     *
     * @param episode still open, or over when the transition is RESOLVED
     */
    public record Outcome(Episode episode, Optional<Transition> transition) {}

    /** A new episode. */
    public Transition open(String dedupKey, Verdict verdict, ProbableCause cause, Instant openedAt) {
        return new Transition(
                AlertState.OPEN,
                new Episode(
                        dedupKey,
                        openedAt,
                        verdict.severity(),
                        cause,
                        verdict.threshold(),
                        verdict.observed(),
                        openedAt,
                        null,
                        null));
    }

    /**
     * What a verdict means for an open episode.
     *
     * @param clearsAfter how long the trouble must stay below before it counts as over
     */
    public Outcome next(Episode open, Verdict verdict, ProbableCause cause, Duration clearsAfter, Instant now) {
        Episode quiet = withQuiet(open, verdict.level(), clearsAfter, now);
        Instant clearedAt = quiet.clearedAt();
        if (clearedAt != null && !now.isBefore(clearedAt.plus(resolveHold))) {
            return new Outcome(quiet, Optional.of(new Transition(AlertState.RESOLVED, quiet)));
        }
        return update(quiet, verdict, cause, now);
    }

    /**
     * When an open episode may have news though its verdict stays as it is; {@link Instant#MAX} where it can't.
     *
     * @param clearsAfter how long the trouble must stay below before it counts as over
     */
    public Instant nextNews(Episode open, Duration clearsAfter, Instant now) {
        return Stream.of(
                        plus(open.clearedAt(), resolveHold),
                        plus(open.belowSince(), clearsAfter),
                        plus(open.updatedAt(), updateInterval))
                .filter(at -> at.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private static Instant plus(@Nullable Instant time, Duration duration) {
        return time == null ? Instant.MAX : time.plus(duration);
    }

    private static Episode withQuiet(Episode open, Level level, Duration clearsAfter, Instant now) {
        if (level == Level.FIRING || (level == Level.HOLDING && open.clearedAt() == null)) {
            return open.quiet(null, null);
        }
        if (open.clearedAt() != null) {
            return open;
        }
        Instant below = open.belowSince() == null ? now : open.belowSince();
        return open.quiet(below, clearedAt(level, below, clearsAfter, now));
    }

    private static @Nullable Instant clearedAt(Level level, Instant below, Duration clearsAfter, Instant now) {
        if (level == Level.OVER) {
            return now;
        }
        boolean longEnough = !now.isBefore(below.plus(clearsAfter));
        return level == Level.BELOW && longEnough ? now : null;
    }

    private Outcome update(Episode open, Verdict verdict, ProbableCause cause, Instant now) {
        Severity severity = worse(open.severity(), verdict.severity());
        ProbableCause known = cause == ProbableCause.UNKNOWN ? open.cause() : cause;
        boolean news = severity != open.severity() || known != open.cause();
        boolean moved = verdict.level() == Level.FIRING
                && verdict.observed() != open.observed()
                && !now.isBefore(open.updatedAt().plus(updateInterval));
        if (!news && !moved) {
            return new Outcome(open, Optional.empty());
        }
        Episode reported = open.reported(severity, known, verdict.observed(), now);
        return new Outcome(reported, Optional.of(new Transition(AlertState.UPDATED, reported)));
    }

    /** Severity may rise during an episode, and never falls. */
    private static Severity worse(Severity a, Severity b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
