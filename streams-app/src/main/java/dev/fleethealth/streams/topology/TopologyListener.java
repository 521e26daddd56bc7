package dev.fleethealth.streams.topology;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.policy.IgnoreList;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Told what the topology does, so that metrics stay outside of it. Called on stream threads; must not block. */
public interface TopologyListener {

    /**
     * An event was counted.
     *
     * @param category the category after derivation; null where the event ends nothing
     */
    void eventCounted(ConnectionEvent event, @Nullable Category category);

    /** The same event id came again within the de-duplication window. */
    void duplicateIgnored(ConnectionEvent event);

    /** The configuration says that such events are of no interest. */
    void eventIgnored(IgnoreList.Reason reason);

    /** The event's own time could not be believed. */
    void clockCorrected(ConnectionEvent event);

    /** How many devices of the fleet are online, and how many were seen in the last 24 h. */
    void fleetMeasured(String fleet, long online, long known);

    /**
     * What is usual for the fleet.
     *
     * @param usual devices in the detector's window; 0 while it is being learned
     */
    void baselineLearned(String fleet, String detector, double usual);

    /** This instance no longer measures the fleet. */
    void fleetLeft(String fleet);

    /**
     * An alert was emitted.
     *
     * @param delay from the event that caused the transition to now; negative never
     */
    void alertEmitted(Alert alert, Duration delay);

    /** An alert that was emitted before a restart is still open. */
    void alertFound(Alert alert);

    /** Does nothing: for tools that need no metrics. */
    TopologyListener NONE = new TopologyListener() {
        @Override
        public void eventCounted(ConnectionEvent event, @Nullable Category category) {}

        @Override
        public void duplicateIgnored(ConnectionEvent event) {}

        @Override
        public void eventIgnored(IgnoreList.Reason reason) {}

        @Override
        public void clockCorrected(ConnectionEvent event) {}

        @Override
        public void fleetMeasured(String fleet, long online, long known) {}

        @Override
        public void baselineLearned(String fleet, String detector, double usual) {}

        @Override
        public void fleetLeft(String fleet) {}

        @Override
        public void alertEmitted(Alert alert, Duration delay) {}

        @Override
        public void alertFound(Alert alert) {}
    };
}
