package dev.fleethealth.streams.fleet;

import java.time.Duration;
import java.time.Instant;

/**
 * The grid on which the edges of a sliding window move: a sixtieth of its length, five times finer than detection.md
 * asks, so that a window of 60 s moves by the second.
 *
 * @param millis length of a step, in milliseconds; at least 1
 */
public record Steps(long millis) {
    private static final int PER_WINDOW = 60;

    /** Steps that one occurrence stays in the window: both edges belong to it. */
    public static final int SPAN = PER_WINDOW + 1;

    public static Steps of(Duration window) {
        return new Steps(Math.max(1, window.toMillis() / PER_WINDOW));
    }

    public long indexOf(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), millis);
    }

    /** The last moment of a step. */
    public Instant endOf(long step) {
        return Instant.ofEpochMilli((step + 1) * millis - 1);
    }

    /** How many steps a duration takes, rounded up. */
    public long in(Duration duration) {
        return (duration.toMillis() + millis - 1) / millis;
    }
}
