package dev.fleethealth.streams.detector.capacityexhausted;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.Facts;
import dev.fleethealth.streams.detector.Finding;
import dev.fleethealth.streams.detector.Level;
import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.detector.ProbableCause;
import dev.fleethealth.streams.detector.Reading;
import dev.fleethealth.streams.detector.Verdict;
import dev.fleethealth.streams.session.DeviceEvent;
import dev.fleethealth.streams.session.Ending;
import dev.fleethealth.streams.session.Happening;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
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
        if (happening instanceof Happening.Ended ended) {
            return occurrence(ended.event(), ended.ending());
        }
        return happening instanceof Happening.Refused refused
                ? occurrence(refused.event(), refused.ending())
                : Optional.empty();
    }

    private static Optional<Occurrence> occurrence(DeviceEvent event, Ending ending) {
        return LIMITS.contains(ending.category())
                ? Optional.of(new Occurrence(
                        ending.at(), Facts.nodeAndNetworkOf(event).toMap()))
                : Optional.empty();
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
    public Finding explain(Reading reading) {
        String rejections = reading.occurrences() + " of " + reading.devices() + " devices";
        String summary = "%d rejections of %d devices within %d s, because a limit of the broker is reached"
                .formatted(reading.occurrences(), reading.devices(), window().toSeconds());
        return new Finding(
                ProbableCause.of(reading.categories(), reading.devices()), summary, Map.of("rejections", rejections));
    }
}
