package dev.fleethealth.streams.fleet;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something for each of some steps. Most of what comes is of the newest step, which is kept at hand. Not thread-safe. */
final class ByStep<V> {
    private final Supplier<V> maker;
    private final NavigableMap<Long, V> all = new TreeMap<>();
    private long newestStep = Long.MIN_VALUE;
    private @Nullable V newest;

    ByStep(Supplier<V> maker) {
        this.maker = maker;
    }

    /** What is there for a step; made if there is nothing yet. */
    V at(long step) {
        V known = step == newestStep ? newest : null;
        return known == null ? look(step) : known;
    }

    private V look(long step) {
        V found = all.computeIfAbsent(step, any -> maker.get());
        if (step >= newestStep) {
            newestStep = step;
            newest = found;
        }
        return found;
    }

    @Nullable
    V find(long step) {
        return all.get(step);
    }

    Set<Long> steps() {
        return Collections.unmodifiableSet(all.keySet());
    }

    /** The last step for which there is something; there must be one. */
    long last() {
        return all.lastKey();
    }

    /** Forgets all steps before that one. */
    void forget(long oldest) {
        while (!all.isEmpty() && all.firstKey() < oldest) {
            all.pollFirstEntry();
        }
        newest = newestStep < oldest ? null : newest;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }
}
