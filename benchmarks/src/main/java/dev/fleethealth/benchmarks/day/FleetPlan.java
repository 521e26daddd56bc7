package dev.fleethealth.benchmarks.day;

import java.time.Duration;
import java.util.List;

/**
 * What a fleet is like.
 *
 * @param name the fleet's, as the bridge derives it
 * @param clientIds format of client ids, of a number
 * @param nodes the broker's; devices are spread over them in turn
 * @param residents devices that stay connected
 * @param sleepers devices that connect only to publish, and say goodbye
 * @param sleep how long these sleep
 */
public record FleetPlan(
        String name,
        Dialect dialect,
        String clientIds,
        List<String> nodes,
        int residents,
        int sleepers,
        Duration sleep) {
    private static final int LEAST_RESIDENTS = 240;
    private static final int LEAST_SLEEPERS = 40;

    /** Distinct devices. */
    public int population() {
        return residents + sleepers;
    }

    /** With that share of the devices, but not so few that the smallest thresholds are the only ones. */
    public FleetPlan scaled(double share) {
        return new FleetPlan(
                name,
                dialect,
                clientIds,
                nodes,
                Math.max(LEAST_RESIDENTS, (int) (residents * share)),
                sleepers == 0 ? 0 : Math.max(LEAST_SLEEPERS, (int) (sleepers * share)),
                sleep);
    }
}
