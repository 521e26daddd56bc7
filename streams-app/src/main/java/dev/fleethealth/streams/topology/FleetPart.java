package dev.fleethealth.streams.topology;

import dev.fleethealth.schemas.ConnectionEventKey;
import dev.fleethealth.streams.fleet.SeriesKey;

/** Keys of what is kept for a part of a fleet. */
final class FleetPart {
    /** So that all numbers have three digits. */
    private static final int FIRST_CHANGE = 100;

    private FleetPart() {}

    static String key(String fleet, int partition) {
        return fleet + ConnectionEventKey.SEPARATOR + partition;
    }

    static String key(String fleet, SeriesKey series) {
        return fleet + ConnectionEventKey.SEPARATOR + series.detector();
    }

    /** The key of a change to a part; sorts behind the part's own, and in the order of the numbers. */
    static String changeKey(String part, int number) {
        return part + ConnectionEventKey.SEPARATOR + (FIRST_CHANGE + number);
    }

    static String fleetOf(String key) {
        return key.substring(0, key.indexOf(ConnectionEventKey.SEPARATOR));
    }
}
