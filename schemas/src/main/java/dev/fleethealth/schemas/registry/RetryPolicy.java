package dev.fleethealth.schemas.registry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often and how fast to ask again when no registry answered. The wait doubles from retry to retry and is shortened at
 * random by up to a half, so that many programs do not come back at one moment.
 *
 * @param retries rounds after the first one, 0 or more
 * @param firstWait before the first retry
 * @param longestWait limit of the growing wait
 */
record RetryPolicy(int retries, Duration firstWait, Duration longestWait) {
    private static final int MOST_DOUBLINGS = 20;

    /** How long to wait before a retry, counted from 0. */
    Duration waitBefore(int retry) {
        long grown = firstWait.toMillis() << Math.min(retry, MOST_DOUBLINGS);
        long capped = Math.min(grown, Math.max(firstWait.toMillis(), longestWait.toMillis()));
        return Duration.ofMillis(capped - ThreadLocalRandom.current().nextLong(capped / 2 + 1));
    }
}
