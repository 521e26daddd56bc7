package dev.fleethealth.streams.fleet;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is usual for a fleet: an exponentially weighted mean of its own counts, half-life 30 min. For its first 10 minutes
 * of data it counts as 0 (detection.md §2).
 *
 * @param weighted sum of the counts fed so far, each with its weight
 * @param weight sum of those weights, so that a young mean is not drawn to 0
 * @param since when the first data came; null before that
 * @param fedUntil the last step that was fed or skipped
 * @param fed how many steps were fed
 * @param steps in which it counts; over windows of another length other counts are usual
 */
public record Baseline(
        double weighted, double weight, @Nullable Instant since, long fedUntil, long fed, Steps steps) {
    private static final Duration HALF_LIFE = Duration.ofMinutes(30);
    private static final Duration WARM_UP = Duration.ofMinutes(10);

    public static final Baseline UNKNOWN = new Baseline(0, 0, null, Long.MIN_VALUE, 0, new Steps(1));

    /** The usual count; 0 while it is being learned. */
    public double valueAt(Instant now) {
        boolean learning = since == null || now.isBefore(since.plus(WARM_UP)) || weight == 0;
        return learning ? 0 : weighted / weight;
    }

    /** How much it has learned from: steps that were skipped are not among it. */
    public Duration learnedFor() {
        return Duration.ofMillis(fed * steps.millis());
    }

    /** With the time of the first data; counts before it are not the fleet's zeros, there were none. */
    public Baseline begunAt(Instant now, Steps grid) {
        return since == null ? new Baseline(weighted, weight, now, grid.indexOf(now), fed, grid) : this;
    }

    /** With the count of one step more. */
    public Baseline fed(double count, long step) {
        double decay = Math.pow(0.5, steps.millis() / (double) HALF_LIFE.toMillis());
        return new Baseline(decay * weighted + count, decay * weight + 1, since, step, fed + 1, steps);
    }

    /** As if the steps up to this one had not been there: what is not usual must not be learned. */
    public Baseline skippedTo(long step) {
        return new Baseline(weighted, weight, since, Math.max(step, fedUntil), fed, steps);
    }
}
