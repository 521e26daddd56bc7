package dev.fleethealth.streams.alert;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.Finding;
import dev.fleethealth.streams.detector.Level;
import dev.fleethealth.streams.detector.ProbableCause;
import dev.fleethealth.streams.detector.Reading;
import dev.fleethealth.streams.detector.Verdict;
import java.time.Instant;
import java.util.Map;
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
        Optional<OpenAlert> known = open.find(subject);
        Reading reading = readingOf.apply(known.map(OpenAlert::episode));
        Judgement judgement = new Judgement(subject, detector, reading, detector.judge(reading), now);
        if (known.isPresent()) {
            return next(known.get(), judgement);
        }
        return judgement.isFiring() ? Optional.of(open(judgement)) : Optional.empty();
    }

    /** When an open alert may have news though its verdict stays as it is. */
    public Instant nextNews(OpenAlert known, Detector detector, Instant now) {
        return lifecycle.nextNews(known.episode(), detector.clearsAfter(), now);
    }

    /** Ends an alert that nobody judges any longer, because its detector was switched off; the alert says so. */
    public Alert abandon(OpenAlert known, Instant now) {
        open.remove(known.subject());
        return composer.resolve(
                known.worst(),
                known.episode().quiet(now, now),
                Map.of("resolvedBecause", "the detector was switched off for this fleet"),
                now);
    }

    /** A verdict and what it is about. */
    private record Judgement(Subject subject, Detector detector, Reading reading, Verdict verdict, Instant now) {

        boolean isFiring() {
            return verdict.level() == Level.FIRING;
        }

        ProbableCause cause() {
            return detector.cause(reading);
        }

        /** Adds up all that is in the window, which costs far more than the verdict. */
        Finding explain() {
            return detector.explain(reading);
        }
    }

    private Alert open(Judgement judgement) {
        Transition opened =
                lifecycle.open(judgement.subject().dedupKey(), judgement.verdict(), judgement.cause(), judgement.now());
        Alert alert = compose(opened, judgement);
        open.put(new OpenAlert(judgement.subject(), opened.episode(), alert));
        return alert;
    }

    private Optional<Alert> next(OpenAlert known, Judgement judgement) {
        // The cause is read while the trouble lasts; what trickles in afterwards says nothing about it.
        AlertLifecycle.Outcome outcome = lifecycle.next(
                known.episode(),
                judgement.verdict(),
                judgement.isFiring() ? judgement.cause() : known.episode().cause(),
                judgement.detector().clearsAfter(),
                judgement.now());
        if (outcome.transition().filter(AlertDesk::isLast).isPresent()) {
            open.remove(known.subject());
            Map<String, String> became = judgement.explain().outcome();
            return Optional.of(composer.resolve(known.worst(), outcome.episode(), became, judgement.now()));
        }
        keep(known, outcome.episode(), judgement);
        return outcome.transition()
                .map(transition ->
                        judgement.isFiring() ? compose(transition, judgement) : worsen(known, transition, judgement));
    }

    private static boolean isLast(Transition transition) {
        return transition.state() == AlertState.RESOLVED;
    }

    private void keep(OpenAlert known, Episode episode, Judgement judgement) {
        boolean isWorst = judgement.isFiring()
                && judgement.verdict().observed() >= known.worst().getObserved();
        if (isWorst) {
            Alert worst = compose(new Transition(AlertState.UPDATED, episode), judgement);
            open.put(known.with(episode).withWorst(worst));
        } else if (!episode.equals(known.episode())) {
            open.put(known.with(episode));
        }
    }

    private Alert worsen(OpenAlert known, Transition transition, Judgement judgement) {
        return composer.worsen(
                known.worst(), transition.episode(), judgement.explain().outcome(), judgement.now());
    }

    private Alert compose(Transition transition, Judgement judgement) {
        return composer.compose(
                judgement.subject(),
                transition,
                judgement.detector(),
                judgement.reading(),
                judgement.verdict(),
                judgement.explain(),
                judgement.now());
    }
}
