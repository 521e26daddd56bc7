package dev.fleethealth.demo.fleet;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a device waits before it connects again. */
@FunctionalInterface
interface Backoff {
    /** Comes back as soon as it has noticed, every time: what makes a storm of a short outage. */
    Backoff NONE = attempt -> Duration.ofMillis(200);

    /** @param attempt how many attempts have failed since the device was last connected */
    Duration before(int attempt);

    /** Always the same pause. */
    static Backoff fixed(Duration pause) {
        return attempt -> pause;
    }

    /** From 1 s, doubling, at most 60 s, and up to as much again at random: as it should be. */
    static Backoff exponential(RandomGenerator random) {
        return attempt -> {
            long millis = Math.min(60_000, 1_000L << Math.min(attempt, 6));
            return Duration.ofMillis(millis + random.nextLong(millis));
        };
    }
}
