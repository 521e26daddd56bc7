package dev.fleethealth.streams.fleet;

import dev.fleethealth.streams.device.DeviceView;
import dev.fleethealth.streams.device.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many devices of one fleet one partition has: seen in the last 24 h, and online. A device is counted in the ten
 * minutes in which it was last seen. Not thread-safe.
 */
final class Population {
    private static final Steps TEN_MINUTES = new Steps(Duration.ofMinutes(10).toMillis());

    private final NavigableMap<Long, Long> lastSeen = new TreeMap<>();
    private long online;

    void add(DeviceView view, int sign) {
        Instant seenAt = view.session().seenAt();
        if (seenAt != null) {
            lastSeen.merge(TEN_MINUTES.indexOf(seenAt), (long) sign, Long::sum);
        }
        online += view.session().isOnline() ? sign : 0;
    }

    long known(Instant now) {
        lastSeen.headMap(TEN_MINUTES.indexOf(now.minus(Retention.KNOWN_FOR))).clear();
        return lastSeen.values().stream().mapToLong(Long::longValue).sum();
    }

    long online() {
        return online;
    }
}
