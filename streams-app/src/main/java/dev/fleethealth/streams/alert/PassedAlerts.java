package dev.fleethealth.streams.alert;

import java.util.List;
import java.util.Optional;

/** The open alerts that have passed the {@link FloodGate}, by dedup key. */
public interface PassedAlerts {

    Optional<PassedAlert> find(String dedupKey);

    void put(PassedAlert alert);

    void remove(String dedupKey);

    /** A copy of all of them. */
    List<PassedAlert> all();
}
