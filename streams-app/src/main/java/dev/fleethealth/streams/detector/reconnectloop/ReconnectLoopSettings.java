package dev.fleethealth.streams.detector.reconnectloop;

import dev.fleethealth.streams.detector.Require;
import java.time.Duration;

/**
 * Two windows, for a loop without pauses shows in the short one and a loop with pauses only in the long one.
 *
 * @param attempts how many connects and refused attempts in the short window fire
 * @param window length of the short sliding window
 * @param longAttempts how many in the long window fire
 * @param longWindow length of the long sliding window
 * @param clearsBelow fewer than this must be in the short window before it is over
 * @param longClearsBelow fewer than this must be in the long window before it is over
 */
public record ReconnectLoopSettings(
        int attempts, Duration window, int longAttempts, Duration longWindow, int clearsBelow, int longClearsBelow) {
    static final ReconnectLoopSettings DEFAULTS =
            new ReconnectLoopSettings(15, Duration.ofSeconds(60), 30, Duration.ofMinutes(10), 5, 15);

    public ReconnectLoopSettings {
        Require.between("attempts", attempts, 1, Require.MOST_OCCURRENCES);
        Require.positive("window", window);
        Require.between("long-attempts", longAttempts, 1, Require.MOST_OCCURRENCES);
        Require.positive("long-window", longWindow);
        Require.atMost("window", window, longWindow);
        Require.between("clears-below", clearsBelow, 1, attempts);
        Require.between("long-clears-below", longClearsBelow, 1, longAttempts);
    }
}
