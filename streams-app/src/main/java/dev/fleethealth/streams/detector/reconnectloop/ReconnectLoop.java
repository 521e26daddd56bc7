package dev.fleethealth.streams.detector.reconnectloop;

import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.Fact;
import dev.fleethealth.streams.detector.Facts;
import dev.fleethealth.streams.detector.Failures;
import dev.fleethealth.streams.detector.Finding;
import dev.fleethealth.streams.detector.Level;
import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.detector.Pauses;
import dev.fleethealth.streams.detector.ProbableCause;
import dev.fleethealth.streams.detector.Reading;
import dev.fleethealth.streams.detector.Verdict;
import dev.fleethealth.streams.session.Happening;
import dev.fleethealth.streams.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A device that connects, or tries to, again and again. It wears out its battery and the broker, and some carriers and
 * brokers answer it with a ban. Whether the attempts succeed makes no difference.
 */
record ReconnectLoop(ReconnectLoopSettings settings) implements Detector {
    static final String ID = "reconnect-loop";

    /** Whatever the sessions point at; refused attempts are asked only where that is nothing. */
    private static final Set<ProbableCause> ANY = EnumSet.complementOf(EnumSet.of(ProbableCause.UNKNOWN));

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Scope scope() {
        return Scope.DEVICE;
    }

    @Override
    public Duration window() {
        return settings.longWindow();
    }

    @Override
    public Duration innerWindow() {
        return settings.window();
    }

    @Override
    public Duration clearsAfter() {
        return Duration.ZERO;
    }

    @Override
    public Optional<Occurrence> occurrence(Happening happening) {
        if (happening instanceof Happening.Opened opened) {
            return Optional.of(new Occurrence(opened.at(), facts(opened)));
        }
        return happening instanceof Happening.Refused refused
                ? Optional.of(new Occurrence(
                        refused.at(),
                        facts(refused).with(Fact.CATEGORY, refused.ending().category())))
                : Optional.empty();
    }

    /** Every connect of every device is kept for a while, so only one that may be of a loop says more than its time. */
    private Facts facts(Happening attempt) {
        return isRepeated(attempt.before(), attempt.at())
                ? Facts.whereOf(attempt.event())
                        .with(
                                Fact.WAITED_MILLIS,
                                Pauses.before(attempt.before(), attempt.at())
                                        .map(Duration::toMillis)
                                        .orElse(null))
                : Facts.NONE;
    }

    private boolean isRepeated(Session before, Instant at) {
        List<Instant> earlier = before.recentAttempts();
        return !earlier.isEmpty()
                && !earlier.get(earlier.size() - 1).plus(settings.longWindow()).isBefore(at);
    }

    @Override
    public Verdict judge(Reading reading) {
        long all = reading.occurrences();
        long recent = recent(reading);
        boolean shortCounts = recent * settings.longAttempts() >= all * settings.attempts();
        return Verdict.of(
                level(recent, all),
                Severity.WARNING,
                shortCounts ? recent : all,
                shortCounts ? settings.attempts() : settings.longAttempts());
    }

    private long recent(Reading reading) {
        Instant start = reading.at().minus(settings.window());
        long recent = 0;
        for (Occurrence attempt : reading.history()) {
            recent += attempt.at().isBefore(start) ? 0 : 1;
        }
        return recent;
    }

    private Level level(long recent, long all) {
        if (recent >= settings.attempts() || all >= settings.longAttempts()) {
            return Level.FIRING;
        }
        return recent < settings.clearsBelow() && all < settings.longClearsBelow() ? Level.BELOW : Level.HOLDING;
    }

    @Override
    public ProbableCause cause(Reading reading) {
        return Failures.cause(reading, ANY);
    }

    @Override
    public Finding explain(Reading reading) {
        Attempts attempts = new Attempts(reading.history());
        Map<String, String> evidence = attempts.evidence()
                .with(
                        "attempts",
                        recent(reading) + " in " + settings.window().toSeconds() + " s, " + attempts.inAll() + " in "
                                + settings.longWindow().toSeconds() + " s")
                .withTally("refusals", reading.tally(Fact.CATEGORY))
                .withTally("addresses", reading.tally(Fact.ADDRESS))
                .toMap();
        String summary = "%d connects or attempts in %d s, %s refused, backoff: %s"
                .formatted(
                        recent(reading),
                        settings.window().toSeconds(),
                        attempts.refusedShare(),
                        attempts.backoff().words());
        return new Finding(summary, evidence);
    }
}
