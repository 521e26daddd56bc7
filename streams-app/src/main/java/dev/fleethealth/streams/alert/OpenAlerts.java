package dev.fleethealth.streams.alert;

import java.util.List;
import java.util.Optional;

/** The alerts that are open, by dedup key. */
public interface OpenAlerts {

    Optional<OpenAlert> find(String dedupKey);

    void put(OpenAlert alert);

    void remove(String dedupKey);

    boolean isAny();

    /** A copy of all of them, so that they may change while one goes through it. */
    List<OpenAlert> all();
}
