package dev.fleethealth.streams.detector.clientmisbehaviour;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.Evidence;
import dev.fleethealth.streams.detector.Fact;
import dev.fleethealth.streams.detector.Facts;
import dev.fleethealth.streams.detector.Failures;
import dev.fleethealth.streams.detector.Finding;
import dev.fleethealth.streams.detector.Levels;
import dev.fleethealth.streams.detector.MostFrequent;
import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.detector.ProbableCause;
import dev.fleethealth.streams.detector.Reading;
import dev.fleethealth.streams.detector.Verdict;
import dev.fleethealth.streams.session.Happening;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A device that breaks the rules of the protocol, or the limits of the broker, again and again. Takeovers are of the
 * same fault domain and have a detector of their own.
 */
record ClientMisbehaviour(ClientMisbehaviourSettings settings) implements Detector {
    static final String ID = "client-misbehaviour";

    private static final Set<Category> FAULTS = EnumSet.of(
            Category.CLIENT_REPORTED_ERROR,
            Category.PROTOCOL_ERROR,
            Category.UNSUPPORTED_PROTOCOL_VERSION,
            Category.UNSUPPORTED_FEATURE,
            Category.CLIENT_ID_REJECTED,
            Category.TOPIC_OR_PAYLOAD_INVALID,
            Category.PACKET_TOO_LARGE,
            Category.CONNECT_TIMEOUT);

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
        return Failures.of(happening, FAULTS, Facts::whereOf);
    }

    @Override
    public Verdict judge(Reading reading) {
        return Verdict.of(
                Levels.ofOccurrences(reading, settings.faults()),
                Severity.WARNING,
                reading.occurrences(),
                settings.faults());
    }

    @Override
    public ProbableCause cause(Reading reading) {
        return Failures.cause(reading, Set.of());
    }

    @Override
    public Finding explain(Reading reading) {
        Evidence evidence = new Evidence()
                .with("faults", reading.occurrences() + " in " + window().toSeconds() + " s")
                .withTally("failedWith", reading.tally(Fact.CATEGORY))
                .withTally("reasons", reading.tally(Fact.REASON))
                .withTally("addresses", reading.tally(Fact.ADDRESS));
        String summary = "broke the broker's rules %d times in %d s: %s"
                .formatted(
                        reading.occurrences(), window().toSeconds(), MostFrequent.words(reading.tally(Fact.CATEGORY)));
        return new Finding(summary, evidence.toMap());
    }
}
