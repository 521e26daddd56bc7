package dev.fleethealth.streams.alert;

import java.util.List;
import java.util.Optional;

/** The open alerts that have passed the {@link FloodGate}, by subject. */
public interface PassedAlerts {

    Optional<PassedAlert> find(Subject subject);

    void put(PassedAlert alert);

    void remove(Subject subject);

    /** A copy of all of them. */
    List<PassedAlert> all();
}
