package dev.fleethealth.streams.topology;

import dev.fleethealth.schemas.ConnectionEventKey;
import dev.fleethealth.streams.fleet.SeriesKey;

/** Keys of what is kept for a part of a fleet. */
final class FleetPart {
    private FleetPart() {}

    static String key(String fleet, int partition) {
        return fleet + ConnectionEventKey.SEPARATOR + partition;
    }

    static String key(String fleet, SeriesKey series) {
        return fleet + ConnectionEventKey.SEPARATOR + series.detector();
    }

    static String fleetOf(String key) {
        return key.substring(0, key.lastIndexOf(ConnectionEventKey.SEPARATOR));
    }
}
