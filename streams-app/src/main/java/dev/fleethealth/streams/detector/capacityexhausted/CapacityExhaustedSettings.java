package dev.fleethealth.streams.detector.capacityexhausted;

import dev.fleethealth.streams.detector.Require;
import java.time.Duration;

/**
 * @param rejections how many in the window fire, whether of one device or of many
 * @param window length of the sliding window
 * @param clearsAfter how long there must be none
 */
public record CapacityExhaustedSettings(int rejections, Duration window, Duration clearsAfter) {
    static final CapacityExhaustedSettings DEFAULTS =
            new CapacityExhaustedSettings(5, Duration.ofSeconds(60), Duration.ofSeconds(120));

    public CapacityExhaustedSettings {
        Require.between("rejections", rejections, 1, Require.MOST_OCCURRENCES);
        Require.positive("window", window);
        Require.positive("clears-after", clearsAfter);
    }
}
