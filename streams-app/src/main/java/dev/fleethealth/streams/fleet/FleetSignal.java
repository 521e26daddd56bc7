package dev.fleethealth.streams.fleet;

import dev.fleethealth.schemas.Alert;

/** What the device stage tells the fleet stage. */
public sealed interface FleetSignal {

    /** What one partition counts of the fleet. */
    record Counted(FleetCounts counts) implements FleetSignal {}

    /** A transition of a device's alert, on its way out. */
    record DeviceAlert(Alert alert) implements FleetSignal {}
}
