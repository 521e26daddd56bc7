package dev.fleethealth.streams.fleet;

import java.time.Instant;
import java.util.Map;

/**
 * What one partition counts of one fleet.
 *
 * @param partition of the events topic
 * @param complete whether it holds all series, or only what has changed
 * @param at event time in the partition, as it goes on without events
 * @param known distinct devices seen in the last 24 h
 * @param online devices with an open connection
 */
public record FleetCounts(
        int partition, boolean complete, Instant at, long known, long online, Map<SeriesKey, SeriesCounts> series) {

    /** Of a fleet that has no devices left in the partition. */
    static FleetCounts gone(int partition, Instant at) {
        return new FleetCounts(partition, true, at, 0, 0, Map.of());
    }

    /** Whether the partition has forgotten all devices of the fleet. */
    public boolean isGone() {
        return complete && known == 0 && online == 0 && series.isEmpty();
    }
}
