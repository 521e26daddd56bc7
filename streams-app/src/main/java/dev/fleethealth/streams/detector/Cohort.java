package dev.fleethealth.streams.detector;

import java.time.Duration;
import java.util.Optional;

/**
 * Devices that had an occurrence, and where they are now.
 *
 * @param back connected since
 * @param refused not back: they tried, and their credentials were refused
 * @param away neither
 * @param backMillis how long those that are back took, all together, in milliseconds
 */
public record Cohort(long back, long refused, long away, long backMillis) {
    public static final Cohort NONE = new Cohort(0, 0, 0, 0);

    /** A device that came back after that time. */
    public static Cohort ofBack(Duration after) {
        return new Cohort(1, 0, 0, after.toMillis());
    }

    /** A device that tried to come back and was refused. */
    public static Cohort ofRefused() {
        return new Cohort(0, 1, 0, 0);
    }

    /** A device that did not try. */
    public static Cohort ofAway() {
        return new Cohort(0, 0, 1, 0);
    }

    public long devices() {
        return back + refused + away;
    }

    public long notBack() {
        return refused + away;
    }

    /** Share of the devices that are back, 0 to 1; 1 when there are none. */
    public double shareBack() {
        return devices() == 0 ? 1 : (double) back / devices();
    }

    /** How long the devices took to come back, on average; empty when none is back. */
    public Optional<Duration> meanTimeBack() {
        return back > 0 ? Optional.of(Duration.ofMillis(backMillis / back)) : Optional.empty();
    }

    public Cohort plus(Cohort other) {
        return new Cohort(back + other.back, refused + other.refused, away + other.away, backMillis + other.backMillis);
    }

    public Cohort minus(Cohort other) {
        return new Cohort(back - other.back, refused - other.refused, away - other.away, backMillis - other.backMillis);
    }
}
