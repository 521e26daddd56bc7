package dev.fleethealth.streams.detector.massdisconnect;

import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.detector.Cohort;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.Facts;
import dev.fleethealth.streams.detector.Finding;
import dev.fleethealth.streams.detector.Level;
import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.detector.ProbableCause;
import dev.fleethealth.streams.detector.Reading;
import dev.fleethealth.streams.detector.Verdict;
import dev.fleethealth.streams.session.Happening;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Many devices lose their connections within a minute and stay away. Those that come right back do not count. */
record MassDisconnect(MassDisconnectSettings settings) implements Detector {
    static final String ID = "mass-disconnect";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Scope scope() {
        return Scope.FLEET;
    }

    @Override
    public Duration window() {
        return settings.window();
    }

    @Override
    public Duration clearsAfter() {
        return Duration.ZERO;
    }

    @Override
    public boolean countsWhileAway() {
        return true;
    }

    @Override
    public Optional<Occurrence> occurrence(Happening happening) {
        return happening instanceof Happening.Ended ended
                        && ended.leavesOffline()
                        && !ended.ending().isPlanned()
                ? Optional.of(new Occurrence(ended.at(), Facts.nodeAndNetworkOf(ended.event())))
                : Optional.empty();
    }

    @Override
    public Verdict judge(Reading reading) {
        long threshold = settings.threshold(reading.onlineAtStart());
        Severity severity =
                reading.devices() >= settings.critical(reading.population()) ? Severity.CRITICAL : Severity.WARNING;
        return Verdict.of(level(reading, threshold), severity, reading.devices(), threshold);
    }

    private Level level(Reading reading, long threshold) {
        if (reading.devices() >= threshold) {
            return Level.FIRING;
        }
        if (reading.openedBy().isEmpty()) {
            // Whether they are back matters only to an alert that is open.
            return Level.BELOW;
        }
        boolean waitedLongEnough = reading.newestOccurrence()
                .filter(last -> !reading.at().isBefore(last.plus(settings.overAfter())))
                .isPresent();
        boolean back = reading.cohort().shareBack() >= settings.shareBack();
        return back || waitedLongEnough ? Level.OVER : Level.BELOW_BUT_WAITING;
    }

    @Override
    public ProbableCause cause(Reading reading) {
        return ProbableCause.of(reading);
    }

    @Override
    public Finding explain(Reading reading) {
        String summary = "%d of %d devices online lost their connections within %d s and are away"
                .formatted(reading.devices(), reading.onlineAtStart(), window().toSeconds());
        Cohort cohort = reading.cohort();
        Map<String, String> outcome = Map.of("back", cohort.back() + " of " + cohort.devices());
        return new Finding(summary, Map.of(), outcome);
    }
}
