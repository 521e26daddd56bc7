package dev.fleethealth.streams.fleet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The last few devices that had an occurrence, newest last. Not thread-safe. */
final class Samples {
    /** Client ids may be 64 KB long; ten of those would not fit into a message. */
    private static final int LONGEST = 256;

    /** Oldest first. */
    private final List<String> all = new ArrayList<>(SeriesCounts.MOST_SAMPLES + 1);

    /** How many at the end came since they were last taken. */
    private int fresh;

    /** @param device client id; empty where none is known */
    void add(String device) {
        if (!device.isEmpty()) {
            put(device.length() <= LONGEST ? device : device.substring(0, LONGEST) + "…");
        }
    }

    void addAll(Collection<String> devices) {
        devices.forEach(this::add);
    }

    private void put(String name) {
        int known = all.indexOf(name);
        boolean isFresh = known >= all.size() - fresh && known >= 0;
        if (known >= 0) {
            all.remove(known);
        } else if (all.size() == SeriesCounts.MOST_SAMPLES) {
            all.remove(0);
        }
        all.add(name);
        fresh = Math.min(isFresh ? fresh : fresh + 1, all.size());
    }

    List<String> all() {
        return List.copyOf(all);
    }

    /** Those that came since the last call. */
    List<String> takeNew() {
        List<String> taken = List.copyOf(all.subList(all.size() - fresh, all.size()));
        fresh = 0;
        return taken;
    }
}
