package dev.fleethealth.benchmarks.workload;

import java.time.Duration;
import java.time.Instant;

/**
 * What the events are like. The same workload makes the same events.
 *
 * @param devices over all fleets
 * @param fleets as many devices in each, give or take one
 * @param events how many there are in all
 * @param eventsPerSecond how fast they happen; a benchmark reads them as fast as it can
 * @param stormShare share of the events that belong to a fleet that loses its network and comes back, 0 to 1
 * @param end when the last one happens
 */
public record Workload(int devices, int fleets, int events, int eventsPerSecond, double stormShare, Instant end) {
    public Workload {
        require(fleets >= 1 && devices >= fleets, "expected at least one fleet, and one device in each");
        require(events >= 1, "expected at least one event");
        require(eventsPerSecond >= 1, "expected at least one event per second");
        require(stormShare >= 0 && stormShare < 1, "expected a share of storms from 0 to below 1");
    }

    /** When the event with that number happens, counted from 0. */
    Instant timeOf(long event) {
        return end.minus(Duration.ofSeconds(1).multipliedBy(events - 1 - event).dividedBy(eventsPerSecond));
    }

    private static void require(boolean holds, String expectation) {
        if (!holds) {
            throw new IllegalArgumentException(expectation);
        }
    }
}
