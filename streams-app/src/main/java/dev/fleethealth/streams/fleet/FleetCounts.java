package dev.fleethealth.streams.fleet;

import java.time.Instant;
import java.util.HashMap;
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

    /** These counts brought up to date. */
    public FleetCounts with(FleetCounts newer, SeriesGrid grid) {
        if (newer.complete) {
            return newer;
        }
        Map<SeriesKey, SeriesCounts> all = new HashMap<>(series);
        newer.series.forEach((key, counts) -> all.merge(
                key,
                counts,
                (older, update) ->
                        older.with(update, grid.oldestStep(key, newer.at), grid.oldestCohort(key, newer.at))));
        return new FleetCounts(partition, true, newer.at, newer.known, newer.online, all);
    }
}
