package dev.fleethealth.streams.metrics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bounds the values of a label whose set is open: the first so many values are taken as they are, all others share
 * {@value #OTHER}. A value that was taken once keeps its place until the program ends, for its series do, too.
 */
final class LabelCap {
    static final String OTHER = "_other";

    private final int most;
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private volatile boolean full;

    LabelCap(int most) {
        this.most = most;
    }

    String labelOf(String value) {
        if (taken.contains(value)) {
            return value;
        }
        return full ? OTHER : take(value);
    }

    private synchronized String take(String value) {
        if (taken.size() < most) {
            taken.add(value);
        }
        full = taken.size() >= most;
        return taken.contains(value) ? value : OTHER;
    }
}
