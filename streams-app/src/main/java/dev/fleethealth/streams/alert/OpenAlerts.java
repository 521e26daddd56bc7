package dev.fleethealth.streams.alert;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The alerts that are open, by subject. */
public interface OpenAlerts {

    Optional<OpenAlert> find(Subject subject);

    void put(OpenAlert alert);

    void remove(Subject subject);

    boolean isAny();

    /** What the open alerts are about; as they are now, in no order. */
    Set<Subject> subjects();

    /** A copy of all of them, so that they may change while one goes through it. */
    List<OpenAlert> all();
}
