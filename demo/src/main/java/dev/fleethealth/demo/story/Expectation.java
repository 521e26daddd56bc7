package dev.fleethealth.demo.story;

import java.time.Duration;

/**
 * An alert that must come of what happens to the fleet.
 *
 * @param dedupKey which alert
 * @param opensWithin from the beginning of the trouble until the alert can be read on Kafka
 * @param resolvesWithin from the beginning of the trouble until its end can be read on Kafka
 */
public record Expectation(String dedupKey, Duration opensWithin, Duration resolvesWithin) {

    static Expectation ofFleet(String detector, String fleet, Duration opensWithin, Duration resolvesWithin) {
        return new Expectation(detector + "/FLEET/" + fleet, opensWithin, resolvesWithin);
    }

    static Expectation ofDevice(
            String detector, String fleet, String clientId, Duration opensWithin, Duration resolvesWithin) {
        return new Expectation(detector + "/DEVICE/" + fleet + "/" + clientId, opensWithin, resolvesWithin);
    }
}
