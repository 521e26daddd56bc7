package dev.fleethealth.streams.detector.authfailureloop;

import dev.fleethealth.streams.detector.Require;
import java.time.Duration;

/**
 * @param failures how many in the window fire
 * @param window length of the sliding window, and how long there must be none before it is over
 */
public record AuthFailureLoopSettings(int failures, Duration window) {
    static final AuthFailureLoopSettings DEFAULTS = new AuthFailureLoopSettings(5, Duration.ofMinutes(5));

    public AuthFailureLoopSettings {
        Require.between("failures", failures, 1, Require.MOST_OCCURRENCES);
        Require.positive("window", window);
    }
}
