package dev.fleethealth.streams.detector.reconnectionstorm;

import dev.fleethealth.streams.detector.DeviceThreshold;
import dev.fleethealth.streams.detector.Require;
import java.time.Duration;

/**
 * @param devices fewer distinct devices than this never fire
 * @param shareOfPopulation share of the fleet's devices that fires, 0 to 1
 * @param timesBaseline how many times more than usual it must be
 * @param criticalShare share of the fleet's devices from which on it is critical, 0 to 1
 * @param window length of the sliding window
 * @param clearsAfter how long it must stay below half of what fired it
 */
public record ReconnectionStormSettings(
        int devices,
        double shareOfPopulation,
        double timesBaseline,
        double criticalShare,
        Duration window,
        Duration clearsAfter) {
    static final ReconnectionStormSettings DEFAULTS =
            new ReconnectionStormSettings(20, 0.1, 3, 0.5, Duration.ofSeconds(60), Duration.ofSeconds(120));

    public ReconnectionStormSettings {
        Require.between("devices", devices, 1, Require.MOST_DEVICES);
        Require.share("share-of-population", shareOfPopulation);
        Require.notNegative("times-baseline", timesBaseline);
        Require.share("critical-share", criticalShare);
        Require.positive("window", window);
        Require.notNegative("clears-after", clearsAfter);
    }

    /** What fires for a fleet of that many devices with that many reconnects as usual. */
    long threshold(long population, double baseline) {
        long bySize = new DeviceThreshold(devices, shareOfPopulation).of(population);
        return Math.max(bySize, DeviceThreshold.multiple(timesBaseline, baseline));
    }

    /** What is critical for a fleet of that many devices. */
    long critical(long population) {
        return new DeviceThreshold(1, criticalShare).of(population);
    }
}
