package dev.fleethealth.streams.detector.authfailureburst;

import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.detector.AuthFailures;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.Evidence;
import dev.fleethealth.streams.detector.Fact;
import dev.fleethealth.streams.detector.Facts;
import dev.fleethealth.streams.detector.Failures;
import dev.fleethealth.streams.detector.Finding;
import dev.fleethealth.streams.detector.Levels;
import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.detector.ProbableCause;
import dev.fleethealth.streams.detector.Reading;
import dev.fleethealth.streams.detector.Verdict;
import dev.fleethealth.streams.session.Happening;
import java.time.Duration;
import java.util.Optional;

/**
 * Many devices whose credentials are refused at once. What they have in common has changed: a key, a certificate
 * authority, access rules, the service that the broker asks.
 */
record AuthFailureBurst(AuthFailureBurstSettings settings) implements Detector {
    static final String ID = "auth-failure-burst";

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
        return Failures.of(happening, AuthFailures.CATEGORIES, Facts::nodeAndNetworkOf);
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
        return AuthFailures.cause(reading);
    }

    @Override
    public Finding explain(Reading reading) {
        Evidence evidence = new Evidence()
                .with("failures", reading.occurrences() + " of " + reading.devices() + " devices")
                .withTally("failedWith", reading.tally(Fact.CATEGORY))
                .withTally("reasons", reading.tally(Fact.REASON));
        String summary = "the credentials of %d of %d devices were refused within %d s"
                .formatted(reading.devices(), reading.population(), window().toSeconds());
        return new Finding(summary, evidence.toMap());
    }
}
