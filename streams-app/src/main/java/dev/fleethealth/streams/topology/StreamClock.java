package dev.fleethealth.streams.topology;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Event time of one task: moved by events, and by the wall clock when none come, so that alerts resolve on time when a
 * fleet goes silent. Not thread-safe.
 */
public final class StreamClock {
    /** Without input for so long, the wall clock takes over. */
    private static final Duration IDLE_AFTER = Duration.ofSeconds(2);

    private @Nullable Instant newest;
    private long inputAtWallMillis;

    /** An event came. */
    public void observe(Instant eventTime, long wallMillis) {
        newest = newest == null || eventTime.isAfter(newest) ? eventTime : newest;
        inputAtWallMillis = wallMillis;
    }

    public boolean isRunning() {
        return newest != null;
    }

    /** Newest event time; what is late is measured against it. */
    public Instant newestEvent() {
        return newest == null ? Instant.MIN : newest;
    }

    /** Event time as it goes on without events. */
    public Instant now(long wallMillis) {
        long idleMillis = wallMillis - inputAtWallMillis;
        return idleMillis < IDLE_AFTER.toMillis()
                ? newestEvent()
                : newestEvent().plusMillis(idleMillis);
    }
}
