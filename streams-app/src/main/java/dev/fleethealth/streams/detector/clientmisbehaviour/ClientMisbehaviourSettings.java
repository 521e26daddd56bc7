package dev.fleethealth.streams.detector.clientmisbehaviour;

import dev.fleethealth.streams.detector.Require;
import java.time.Duration;

/**
 * @param faults how many in the window fire
 * @param window length of the sliding window, and how long there must be none before it is over
 */
public record ClientMisbehaviourSettings(int faults, Duration window) {
    static final ClientMisbehaviourSettings DEFAULTS = new ClientMisbehaviourSettings(3, Duration.ofMinutes(10));

    public ClientMisbehaviourSettings {
        Require.between("faults", faults, 1, Require.MOST_OCCURRENCES);
        Require.positive("window", window);
    }
}
