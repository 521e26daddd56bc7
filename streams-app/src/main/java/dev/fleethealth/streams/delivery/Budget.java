package dev.fleethealth.streams.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** How many calls each lane may still make: so many in any minute, and none while the target wants silence. Not thread-safe. */
final class Budget {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int mostPerMinute;
    private final Map<String, Deque<Instant>> calls = new HashMap<>();
    private final Map<String, Instant> pausedUntil = new HashMap<>();

    Budget(int mostPerMinute) {
        this.mostPerMinute = mostPerMinute;
    }

    /**
     * Takes one call from the lane's budget if there is one.
     *
     * @param share of the budget that is this instance's, above 0 up to 1
     */
    boolean tryTake(String lane, double share, Instant now) {
        Deque<Instant> made = calls.computeIfAbsent(lane, any -> new ArrayDeque<>());
        while (!made.isEmpty() && !made.getFirst().isAfter(now.minus(MINUTE))) {
            made.removeFirst();
        }
        boolean free = made.size() < Math.max(1, (int) (mostPerMinute * share))
                && !now.isBefore(pausedUntil.getOrDefault(lane, Instant.MIN));
        if (free) {
            made.addLast(now);
        }
        return free;
    }

    void pause(String lane, Instant until) {
        pausedUntil.merge(lane, until, (one, other) -> one.isAfter(other) ? one : other);
    }
}
