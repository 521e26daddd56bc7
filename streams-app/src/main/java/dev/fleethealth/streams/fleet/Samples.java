package dev.fleethealth.streams.fleet;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The last few devices that had an occurrence, newest last. Not thread-safe. */
final class Samples {
    /** Client ids may be 64 KB long; ten of those would not fit into a message. */
    private static final int LONGEST = 256;

    private final Set<String> all = new LinkedHashSet<>();
    private final Set<String> fresh = new LinkedHashSet<>();

    /** @param device client id; empty where none is known */
    void add(String device) {
        if (!device.isEmpty()) {
            String name = device.length() <= LONGEST ? device : device.substring(0, LONGEST) + "…";
            add(all, name);
            add(fresh, name);
        }
    }

    void addAll(Collection<String> devices) {
        devices.forEach(this::add);
    }

    private static void add(Set<String> some, String name) {
        some.remove(name);
        some.add(name);
        if (some.size() > SeriesCounts.MOST_SAMPLES) {
            Iterator<String> oldest = some.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    List<String> all() {
        return List.copyOf(all);
    }

    /** Those that came since the last call. */
    List<String> takeNew() {
        List<String> taken = List.copyOf(fresh);
        fresh.clear();
        return taken;
    }
}
