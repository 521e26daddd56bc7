package dev.fleethealth.bridge.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before connecting again: a random part of a limit that doubles from one second to one minute, so that
 * many bridges that lost the same broker don't come back at one time. A connection must have lived for a minute before
 * the limit starts over, else a bridge whose session is taken over right after each connect would try once a second.
 */
public final class Backoff {
    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofSeconds(60);
    static final Duration STEADY = Duration.ofSeconds(60);

    private final RandomGenerator random;
    private Duration limit = FIRST;

    public Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** @param lived how long the connection was up; zero if it never was */
    Duration next(Duration lived) {
        if (lived.compareTo(STEADY) > 0) {
            limit = FIRST;
        }
        Duration wait = Duration.ofMillis(random.nextLong(limit.toMillis() + 1));
        Duration doubled = limit.multipliedBy(2);
        limit = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return wait;
    }
}
