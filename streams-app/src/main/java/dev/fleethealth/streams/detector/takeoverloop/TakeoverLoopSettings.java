package dev.fleethealth.streams.detector.takeoverloop;

import dev.fleethealth.streams.detector.Require;
import java.time.Duration;

/**
 * @param takeovers how many in the window fire; one or two are self-repair after a change of network
 * @param window length of the sliding window, and how long there must be none before it is over
 */
public record TakeoverLoopSettings(int takeovers, Duration window) {
    static final TakeoverLoopSettings DEFAULTS = new TakeoverLoopSettings(4, Duration.ofMinutes(5));

    public TakeoverLoopSettings {
        Require.between("takeovers", takeovers, 1, Require.MOST_OCCURRENCES);
        Require.positive("window", window);
    }
}
