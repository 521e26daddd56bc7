package dev.fleethealth.streams.fleet;

import dev.fleethealth.streams.device.DeviceView;
import dev.fleethealth.streams.device.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How many devices of one fleet one partition has: seen in the last 24 h, and online. A device is counted in the ten
 * minutes in which it was last seen. Not thread-safe.
 */
final class Population {
    private static final Steps TEN_MINUTES = new Steps(Duration.ofMinutes(10).toMillis());

    private static final long NEVER = Long.MIN_VALUE;

    private final Map<Long, Count> lastSeen = new HashMap<>();
    private long online;

    void replace(DeviceView before, DeviceView after) {
        online += (after.session().isOnline() ? 1 : 0) - (before.session().isOnline() ? 1 : 0);
        long old = stepOf(before);
        long current = stepOf(after);
        if (old != current) {
            seen(old, -1);
            seen(current, +1);
        }
    }

    private static long stepOf(DeviceView view) {
        Instant seenAt = view.session().seenAt();
        return seenAt == null ? NEVER : TEN_MINUTES.indexOf(seenAt);
    }

    private void seen(long step, long change) {
        if (step != NEVER) {
            Count.change(lastSeen, step, change);
        }
    }

    long known(Instant now) {
        long oldest = TEN_MINUTES.indexOf(now.minus(Retention.KNOWN_FOR));
        lastSeen.keySet().removeIf(step -> step < oldest);
        return lastSeen.values().stream().mapToLong(Count::number).sum();
    }

    long online() {
        return online;
    }
}
