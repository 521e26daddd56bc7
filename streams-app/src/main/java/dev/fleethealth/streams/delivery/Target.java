package dev.fleethealth.streams.delivery;

import dev.fleethealth.schemas.Alert;
import java.time.Duration;

/** Where alerts are told, as the core needs to know it; no secret passes through here. */
public interface Target {

    /** Its name in the configuration, unique; a label of the metrics. */
    String name();

    /** The way that an alert takes: what shares a lane shares a rate budget and a flood page. */
    String laneOf(Alert alert);

    /** Whether a change of an alert that the target knows is worth a call. */
    boolean isWorthTelling(Alert told, Alert newer);

    /** How many notices one call may hold. */
    default int batch() {
        return 1;
    }

    /** How often an open alert is told again, for targets that forget; zero for never. */
    default Duration repeatEvery() {
        return Duration.ZERO;
    }

    /** For how long the end of an alert is repeated. */
    default Duration repeatResolvedFor() {
        return Duration.ZERO;
    }

    /** Whether it is told of maintenance windows. */
    default boolean hearsOfMaintenance() {
        return false;
    }
}
