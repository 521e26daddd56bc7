package dev.fleethealth.streams.detector.reconnectionstorm;

import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.detector.Backoff;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.Evidence;
import dev.fleethealth.streams.detector.Fact;
import dev.fleethealth.streams.detector.Facts;
import dev.fleethealth.streams.detector.Finding;
import dev.fleethealth.streams.detector.Levels;
import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.detector.Pauses;
import dev.fleethealth.streams.detector.ProbableCause;
import dev.fleethealth.streams.detector.Reading;
import dev.fleethealth.streams.detector.Verdict;
import dev.fleethealth.streams.session.Happening;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Many devices come back at once after they lost their connections. Whatever broke them off, the herd itself can bring
 * the broker down again, the more so when the devices do not back off.
 */
record ReconnectionStorm(ReconnectionStormSettings settings) implements Detector {
    static final String ID = "reconnection-storm";

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
        return settings.clearsAfter();
    }

    @Override
    public boolean comparesWithBaseline() {
        return settings.timesBaseline() > 0;
    }

    @Override
    public boolean countsReconnects() {
        return true;
    }

    @Override
    public Optional<Occurrence> occurrence(Happening happening) {
        return happening instanceof Happening.Opened opened && opened.isUnplannedReconnect()
                ? Optional.of(new Occurrence(opened.at(), facts(opened)))
                : Optional.empty();
    }

    private static Facts facts(Happening.Opened opened) {
        List<Duration> pauses = Pauses.upTo(opened);
        return Facts.nodeAndNetworkOf(opened.event())
                .with(Fact.BACKOFF, Backoff.of(pauses).words())
                .with(Fact.PAUSE, opened.gapSinceLastEnd().map(Pauses::words).orElse(null));
    }

    @Override
    public Verdict judge(Reading reading) {
        long threshold = settings.threshold(reading.population(), reading.baseline());
        return Verdict.of(Levels.ofDevices(reading, threshold), severity(reading), reading.devices(), threshold)
                .withBaseline(reading.baseline());
    }

    private static String baseline(Reading reading) {
        return String.format(
                Locale.ROOT,
                "%.1f devices, learned over %d min",
                reading.baseline(),
                reading.learnedFor().toMinutes());
    }

    private Severity severity(Reading reading) {
        return reading.devices() >= settings.critical(reading.population()) ? Severity.CRITICAL : Severity.WARNING;
    }

    @Override
    public ProbableCause cause(Reading reading) {
        return ProbableCause.of(reading);
    }

    @Override
    public Finding explain(Reading reading) {
        Evidence evidence = new Evidence()
                .with("reconnects", reading.occurrences() + " of " + reading.devices() + " devices")
                .with("baseline", baseline(reading))
                .withTally("backoff", reading.tally(Fact.BACKOFF))
                .withTally("pauses", reading.tally(Fact.PAUSE));
        String summary = "%d of %d devices reconnected unplanned within %d s"
                .formatted(reading.devices(), reading.population(), window().toSeconds());
        return new Finding(summary, evidence.toMap());
    }
}
