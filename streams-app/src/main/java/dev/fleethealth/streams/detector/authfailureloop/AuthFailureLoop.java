package dev.fleethealth.streams.detector.authfailureloop;

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
import dev.fleethealth.streams.detector.MostFrequent;
import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.detector.Periods;
import dev.fleethealth.streams.detector.ProbableCause;
import dev.fleethealth.streams.detector.Reading;
import dev.fleethealth.streams.detector.Verdict;
import dev.fleethealth.streams.session.Happening;
import java.time.Duration;
import java.util.Optional;

/** A device that tries again and again with credentials that the broker does not accept. */
record AuthFailureLoop(AuthFailureLoopSettings settings) implements Detector {
    static final String ID = "auth-failure-loop";

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
        return settings.window();
    }

    @Override
    public Duration clearsAfter() {
        return Duration.ZERO;
    }

    @Override
    public Optional<Occurrence> occurrence(Happening happening) {
        return Failures.of(happening, AuthFailures.CATEGORIES, Facts::whereOf);
    }

    @Override
    public Verdict judge(Reading reading) {
        return Verdict.of(
                Levels.ofOccurrences(reading, settings.failures()),
                Severity.WARNING,
                reading.occurrences(),
                settings.failures());
    }

    @Override
    public ProbableCause cause(Reading reading) {
        return AuthFailures.cause(reading);
    }

    @Override
    public Finding explain(Reading reading) {
        Evidence evidence = new Evidence()
                .with("failures", reading.occurrences() + " in " + window().toSeconds() + " s")
                .withTally("failedWith", reading.tally(Fact.CATEGORY))
                .withTally("reasons", reading.tally(Fact.REASON))
                .withTally("addresses", reading.tally(Fact.ADDRESS));
        Periods.typical(reading.history()).ifPresent(period -> evidence.with("period", period.toMillis() + " ms"));
        String summary = "credentials refused %d times in %d s: %s"
                .formatted(
                        reading.occurrences(), window().toSeconds(), MostFrequent.words(reading.tally(Fact.CATEGORY)));
        return new Finding(summary, evidence.toMap());
    }
}
