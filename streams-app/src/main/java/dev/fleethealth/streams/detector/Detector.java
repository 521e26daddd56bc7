package dev.fleethealth.streams.detector;

import dev.fleethealth.schemas.Scope;
import dev.fleethealth.streams.session.Happening;
import java.time.Duration;
import java.util.Optional;

/**
 * One failure pattern.
 *
 * <p>A detector is four pure functions: which happenings count for it, what the counted ones amount to, why it probably
 * happened, and what to say about it. It knows nothing of Kafka, clocks, windows or alerts: the engine counts the occurrences of each device
 * ({@link Scope#DEVICE}) or the distinct devices of a fleet or node ({@link Scope#FLEET}, {@link Scope#NODE}) over a
 * sliding window, asks for a verdict whenever the count moves, and runs the life of the alert.
 *
 * <p>To add one, add a package with a class like this, its settings and an {@code @AutoService} {@link DetectorFactory};
 * nothing else changes.
 */
public interface Detector {

    /** The id that alerts, configuration and metrics use, such as {@code takeover-loop}. */
    String id();

    /** What the alert is about. */
    Scope scope();

    /** Length of the sliding window. */
    Duration window();

    /** A shorter window that it looks at, too; asked of detectors for single devices. */
    default Duration innerWindow() {
        return window();
    }

    /** How long the trouble must stay below {@link Level#BELOW} before it counts as over; zero: at once. */
    Duration clearsAfter();

    /** Whether a device counts only until it is back; asked of detectors for fleets and nodes. */
    default boolean countsWhileAway() {
        return false;
    }

    /** Whether it asks for {@link Reading#baseline()}; what is usual is learned only for those that do. */
    default boolean comparesWithBaseline() {
        return false;
    }

    /** Whether what it counts are unplanned reconnects, some of which turn out to be planned. */
    default boolean countsReconnects() {
        return false;
    }

    /** Whether this counts, and the facts worth keeping of it. */
    Optional<Occurrence> occurrence(Happening happening);

    /** What the window amounts to. */
    Verdict judge(Reading reading);

    /** Why it probably happened; asked each second while it lasts. */
    ProbableCause cause(Reading reading);

    /**
     * What to say about it: one sentence with the numbers, and facts that a person can check. It may add up all that is in
     * the window, for it is only asked where something is told, or kept to be told when it is over.
     */
    Finding explain(Reading reading);
}
