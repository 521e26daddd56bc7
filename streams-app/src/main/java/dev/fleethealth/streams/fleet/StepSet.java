package dev.fleethealth.streams.fleet;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Some steps, in order. Mostly the one that is added was added just before. Not thread-safe. */
final class StepSet {
    private final Set<Long> steps = new TreeSet<>();
    private long added;

    void add(long step) {
        if (step != added || steps.isEmpty()) {
            steps.add(step);
            added = step;
        }
    }

    Set<Long> all() {
        return Collections.unmodifiableSet(steps);
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    void clear() {
        steps.clear();
    }
}
