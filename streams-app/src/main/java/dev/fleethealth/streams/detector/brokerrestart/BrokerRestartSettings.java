package dev.fleethealth.streams.detector.brokerrestart;

import dev.fleethealth.streams.detector.Require;
import java.time.Duration;

/**
 * @param devices distinct devices that a node sends away, from which on it is a restart
 * @param window length of the sliding window
 * @param clearsAfter how long there must be none before it is over
 */
public record BrokerRestartSettings(int devices, Duration window, Duration clearsAfter) {
    static final BrokerRestartSettings DEFAULTS =
            new BrokerRestartSettings(5, Duration.ofSeconds(60), Duration.ofSeconds(120));

    public BrokerRestartSettings {
        Require.between("devices", devices, 1, Require.MOST_DEVICES);
        Require.positive("window", window);
        Require.notNegative("clears-after", clearsAfter);
    }
}
