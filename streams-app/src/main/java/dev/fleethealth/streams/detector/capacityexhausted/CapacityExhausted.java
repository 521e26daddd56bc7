package dev.fleethealth.streams.detector.capacityexhausted;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.Evidence;
import dev.fleethealth.streams.detector.Fact;
import dev.fleethealth.streams.detector.Facts;
import dev.fleethealth.streams.detector.Failures;
import dev.fleethealth.streams.detector.Finding;
import dev.fleethealth.streams.detector.Level;
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
 * The broker turns devices away, or throws them out, because a limit of connections, rate or quota is reached. Counted
 * are the rejections, not the devices: one that is refused five times shows a full broker as well as five that are
 * refused once.
 */
record CapacityExhausted(CapacityExhaustedSettings settings) implements Detector {
    static final String ID = "capacity-exhausted";

    private static final Set<Category> LIMITS =
            EnumSet.of(Category.CONNECTION_LIMIT, Category.QUOTA_EXCEEDED, Category.RATE_LIMITED, Category.SERVER_BUSY);

    /** What brings devices back all at once, so that they run into a limit together. */
    private static final Set<ProbableCause> LEADING =
            EnumSet.of(ProbableCause.BROKER_RESTART, ProbableCause.NETWORK_OUTAGE, ProbableCause.CREDENTIAL_EXPIRY);

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

    /** The time without rejections is longer than the window, so {@link #level} watches it. */
    @Override
    public Duration clearsAfter() {
        return Duration.ZERO;
    }

    @Override
    public Optional<Occurrence> occurrence(Happening happening) {
        return Failures.of(happening, LIMITS, Facts::nodeAndNetworkOf);
    }

    @Override
    public Verdict judge(Reading reading) {
        return Verdict.of(level(reading), Severity.CRITICAL, reading.occurrences(), settings.rejections());
    }

    private Level level(Reading reading) {
        if (reading.occurrences() >= settings.rejections()) {
            return Level.FIRING;
        }
        boolean recent = reading.newestOccurrence()
                .filter(last -> reading.at().isBefore(last.plus(settings.clearsAfter())))
                .isPresent();
        return recent ? Level.HOLDING : Level.OVER;
    }

    @Override
    public ProbableCause cause(Reading reading) {
        return Failures.cause(reading, LEADING);
    }

    @Override
    public Finding explain(Reading reading) {
        Evidence evidence = new Evidence()
                .with("rejections", reading.occurrences() + " of " + reading.devices() + " devices")
                .withTally("rejectedWith", reading.tally(Fact.CATEGORY))
                .withTally("reasons", reading.tally(Fact.REASON));
        String summary = "%d rejections of %d devices within %d s, because a limit of the broker is reached"
                .formatted(reading.occurrences(), reading.devices(), window().toSeconds());
        return new Finding(summary, evidence.toMap());
    }
}
