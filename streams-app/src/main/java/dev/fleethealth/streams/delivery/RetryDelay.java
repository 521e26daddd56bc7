package dev.fleethealth.streams.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: a random part of a limit that doubles from try to try, so that what failed together
 * does not come back together.
 */
record RetryDelay(Duration first, Duration longest, RandomGenerator random) {
    private static final int MOST_DOUBLINGS = 20;

    /** @param tries how many have failed, 1 or more */
    Duration after(int tries) {
        Duration grown = first.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
        long limit = (grown.compareTo(longest) > 0 ? longest : grown).toMillis();
        return Duration.ofMillis(random.nextLong(limit + 1));
    }
}
