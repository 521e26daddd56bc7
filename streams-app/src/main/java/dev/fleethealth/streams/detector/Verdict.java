package dev.fleethealth.streams.detector;

import dev.fleethealth.schemas.Severity;
import java.util.OptionalDouble;

/**
 * What a window amounts to.
 *
 * @param severity of an alert that is open now
 * @param observed what was counted
 * @param threshold what it had to reach
 * @param baseline what is usual, where the detector compares with it
 */
public record Verdict(Level level, Severity severity, double observed, double threshold, OptionalDouble baseline) {

    public static Verdict of(Level level, Severity severity, double observed, double threshold) {
        return new Verdict(level, severity, observed, threshold, OptionalDouble.empty());
    }

    public Verdict withBaseline(double usual) {
        return new Verdict(level, severity, observed, threshold, OptionalDouble.of(usual));
    }
}
