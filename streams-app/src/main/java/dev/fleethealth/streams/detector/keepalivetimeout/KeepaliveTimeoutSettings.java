package dev.fleethealth.streams.detector.keepalivetimeout;

import dev.fleethealth.streams.detector.Require;
import java.time.Duration;

/**
 * @param timeouts how many in the window fire
 * @param window length of the sliding window, and how long there must be none before it is over
 */
public record KeepaliveTimeoutSettings(int timeouts, Duration window) {
    static final KeepaliveTimeoutSettings DEFAULTS = new KeepaliveTimeoutSettings(3, Duration.ofMinutes(15));

    public KeepaliveTimeoutSettings {
        Require.between("timeouts", timeouts, 1, Require.MOST_OCCURRENCES);
        Require.positive("window", window);
    }
}
