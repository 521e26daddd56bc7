package dev.fleethealth.streams.detector.jwtexpirycluster;

import dev.fleethealth.streams.detector.DeviceThreshold;
import dev.fleethealth.streams.detector.Require;
import java.time.Duration;

/**
 * @param devices fewer distinct devices than this never fire
 * @param shareOfPopulation share of the fleet's devices that fires, 0 to 1
 * @param window length of the sliding window
 * @param clearsAfter how long it must stay below half of what fired it
 * @param shareBack share of the devices that must be back before it is over, 0 to 1
 * @param criticalAfter time since the last expiry after which most of the devices should be back
 * @param overAfter time since the last expiry after which it is over whatever became of the devices
 */
public record JwtExpiryClusterSettings(
        int devices,
        double shareOfPopulation,
        Duration window,
        Duration clearsAfter,
        double shareBack,
        Duration criticalAfter,
        Duration overAfter) {
    /** What became of a device is forgotten after a little more than this. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(60);

    static final JwtExpiryClusterSettings DEFAULTS = new JwtExpiryClusterSettings(
            10,
            0.05,
            Duration.ofSeconds(60),
            Duration.ofSeconds(120),
            0.9,
            Duration.ofSeconds(60),
            Duration.ofMinutes(30));

    public JwtExpiryClusterSettings {
        Require.between("devices", devices, 1, Require.MOST_DEVICES);
        Require.share("share-of-population", shareOfPopulation);
        Require.positive("window", window);
        Require.notNegative("clears-after", clearsAfter);
        Require.share("share-back", shareBack);
        Require.notNegative("critical-after", criticalAfter);
        Require.positive("over-after", overAfter);
        Require.atMost("over-after", overAfter, LONGEST_WAIT);
    }

    /** What fires for a fleet of that many devices. */
    long threshold(long population) {
        return new DeviceThreshold(devices, shareOfPopulation).of(population);
    }
}
