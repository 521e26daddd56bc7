package dev.fleethealth.streams.detector.keepalivetimeoutsurge;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.Evidence;
import dev.fleethealth.streams.detector.Fact;
import dev.fleethealth.streams.detector.Facts;
import dev.fleethealth.streams.detector.Finding;
import dev.fleethealth.streams.detector.Levels;
import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.detector.ProbableCause;
import dev.fleethealth.streams.detector.Reading;
import dev.fleethealth.streams.detector.Verdict;
import dev.fleethealth.streams.session.Connection;
import dev.fleethealth.streams.session.Happening;
import java.time.Duration;
import java.util.Optional;

/** Many devices that fall silent at once: a network between them and the broker carries nothing any more. */
record KeepaliveTimeoutSurge(KeepaliveTimeoutSurgeSettings settings) implements Detector {
    static final String ID = "keepalive-timeout-surge";

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
    public Optional<Occurrence> occurrence(Happening happening) {
        return happening instanceof Happening.Ended ended && ended.ending().category() == Category.KEEPALIVE_TIMEOUT
                ? Optional.of(new Occurrence(ended.at(), facts(ended)))
                : Optional.empty();
    }

    private static Facts facts(Happening.Ended ended) {
        return Facts.nodeAndNetworkOf(ended.event())
                .with(Fact.KEEP_ALIVE, ended.event().keepAliveSeconds())
                .with(
                        Fact.KEEP_ALIVE,
                        ended.connection().map(Connection::keepAliveSeconds).orElse(null));
    }

    @Override
    public Verdict judge(Reading reading) {
        long threshold = settings.threshold(reading.population());
        return Verdict.of(Levels.ofDevices(reading, threshold), severity(reading), reading.devices(), threshold);
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
                .with("timeouts", reading.occurrences() + " of " + reading.devices() + " devices")
                .withTally("keepAliveSeconds", reading.tally(Fact.KEEP_ALIVE));
        String summary = "%d of %d devices were silent for longer than their keep-alive within %d s"
                .formatted(reading.devices(), reading.population(), window().toSeconds());
        return new Finding(summary, evidence.toMap());
    }
}
