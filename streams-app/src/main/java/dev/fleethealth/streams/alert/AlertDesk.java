package dev.fleethealth.streams.alert;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.Level;
import dev.fleethealth.streams.detector.ProbableCause;
import dev.fleethealth.streams.detector.Reading;
import dev.fleethealth.streams.detector.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Where readings become alerts: judges, keeps what is open, and says what to emit. */
public final class AlertDesk {
    private final AlertLifecycle lifecycle;
    private final AlertComposer composer;
    private final OpenAlerts open;

    public AlertDesk(AlertLifecycle lifecycle, AlertComposer composer, OpenAlerts open) {
        this.lifecycle = lifecycle;
        this.composer = composer;
        this.open = open;
    }

    public OpenAlerts open() {
        return open;
    }

    /**
     * Judges a subject as it stands at a moment.
     *
     * @param readingOf the reading at that moment, given the open episode if there is one
     * @return the transition to emit, if any
     */
    public Optional<Alert> judge(
            Subject subject, Detector detector, Function<Optional<Episode>, Reading> readingOf, Instant now) {
        Optional<OpenAlert> known = open.find(subject.dedupKey());
        Reading reading = readingOf.apply(known.map(OpenAlert::episode));
        Verdict verdict = detector.judge(reading);
        Optional<Transition> transition = known.isPresent()
                ? next(known.get(), detector, reading, verdict, now)
                : open(subject, detector, reading, verdict, now);
        return transition.map(each -> composer.compose(subject, each, detector, reading, verdict, now));
    }

    private Optional<Transition> open(
            Subject subject, Detector detector, Reading reading, Verdict verdict, Instant now) {
        if (verdict.level() != Level.FIRING) {
            return Optional.empty();
        }
        ProbableCause cause = detector.explain(reading).cause();
        Transition opened = lifecycle.open(subject.dedupKey(), verdict, cause, now);
        open.put(new OpenAlert(subject, opened.episode()));
        return Optional.of(opened);
    }

    private Optional<Transition> next(
            OpenAlert known, Detector detector, Reading reading, Verdict verdict, Instant now) {
        AlertLifecycle.Outcome outcome = lifecycle.next(
                known.episode(), verdict, causeOf(known, detector, reading, verdict), detector.clearsAfter(), now);
        boolean resolved = outcome.transition()
                .filter(transition -> transition.state() == AlertState.RESOLVED)
                .isPresent();
        if (resolved) {
            open.remove(known.episode().dedupKey());
        } else if (!outcome.episode().equals(known.episode())) {
            open.put(known.with(outcome.episode()));
        }
        return outcome.transition();
    }

    /** The cause is read while the trouble lasts; what trickles in afterwards says nothing about it. */
    private static ProbableCause causeOf(OpenAlert known, Detector detector, Reading reading, Verdict verdict) {
        return verdict.level() == Level.FIRING
                ? detector.explain(reading).cause()
                : known.episode().cause();
    }
}
