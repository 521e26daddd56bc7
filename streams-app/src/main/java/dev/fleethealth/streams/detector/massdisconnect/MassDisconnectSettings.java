package dev.fleethealth.streams.detector.massdisconnect;

import dev.fleethealth.streams.detector.DeviceThreshold;
import dev.fleethealth.streams.detector.Require;
import java.time.Duration;

/**
 * @param devices fewer distinct devices than this never fire
 * @param shareOfOnline share of the devices online at the window's start that fires, 0 to 1
 * @param criticalShare share of the fleet's devices from which on it is critical, 0 to 1
 * @param window length of the sliding window
 * @param shareBack share of the devices that must be back before it is over, 0 to 1
 * @param overAfter time since the last device left after which it is over whatever became of them
 */
public record MassDisconnectSettings(
        int devices,
        double shareOfOnline,
        double criticalShare,
        Duration window,
        double shareBack,
        Duration overAfter) {
    /** What became of a device is forgotten after a little more than this. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(60);

    static final MassDisconnectSettings DEFAULTS =
            new MassDisconnectSettings(20, 0.2, 0.5, Duration.ofSeconds(60), 0.9, LONGEST_WAIT);

    public MassDisconnectSettings {
        Require.between("devices", devices, 1, Require.MOST_DEVICES);
        Require.share("share-of-online", shareOfOnline);
        Require.share("critical-share", criticalShare);
        Require.positive("window", window);
        Require.share("share-back", shareBack);
        Require.atMost("over-after", overAfter, LONGEST_WAIT);
    }

    /** What fires when that many devices were online. */
    long threshold(long onlineAtStart) {
        return new DeviceThreshold(devices, shareOfOnline).of(onlineAtStart);
    }

    /** What is critical for a fleet of that many devices. */
    long critical(long population) {
        return new DeviceThreshold(1, criticalShare).of(population);
    }
}
