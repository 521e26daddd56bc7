package dev.fleethealth.streams.detector.authfailureburst;

import dev.fleethealth.streams.detector.DeviceThreshold;
import dev.fleethealth.streams.detector.Require;
import java.time.Duration;

/**
 * @param devices fewer distinct devices than this never fire
 * @param shareOfPopulation share of the fleet's devices that fires, 0 to 1
 * @param criticalShare share of the fleet's devices from which on it is critical, 0 to 1
 * @param window length of the sliding window
 * @param clearsAfter how long it must stay below half of what fired it
 */
public record AuthFailureBurstSettings(
        int devices, double shareOfPopulation, double criticalShare, Duration window, Duration clearsAfter) {
    static final AuthFailureBurstSettings DEFAULTS =
            new AuthFailureBurstSettings(20, 0.05, 0.5, Duration.ofSeconds(60), Duration.ofSeconds(120));

    public AuthFailureBurstSettings {
        Require.between("devices", devices, 1, Require.MOST_DEVICES);
        Require.share("share-of-population", shareOfPopulation);
        Require.share("critical-share", criticalShare);
        Require.positive("window", window);
        Require.notNegative("clears-after", clearsAfter);
    }

    /** What fires for a fleet of that many devices. */
    long threshold(long population) {
        return new DeviceThreshold(devices, shareOfPopulation).of(population);
    }

    /** What is critical for a fleet of that many devices. */
    long critical(long population) {
        return new DeviceThreshold(1, criticalShare).of(population);
    }
}
