package dev.fleethealth.streams.device;

import dev.fleethealth.streams.alert.Subject;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * When to look at which open alert of a device again: soon after something was heard of the device, else not before time
 * itself may change what is said. Thousands may be open for many minutes, and to judge each of them every second would leave
 * no time for events. Nothing of it is stored; what it does not know is due. Not thread-safe.
 */
public final class NextLooks {
    private final Map<Subject, Instant> next = new HashMap<>();
    private final Set<DeviceKey> heardOf = new HashSet<>();

    /** Its alerts are due. */
    public void heardOf(DeviceKey device) {
        heardOf.add(device);
    }

    /** Whether that alert, of that device, is due. */
    public boolean isDue(Subject subject, DeviceKey device, Instant now) {
        Instant at = next.get(subject);
        return at == null || !at.isAfter(now) || heardOf.contains(device);
    }

    /** Looks at the alert again at that time, or when something is heard of its device. */
    public void lookAgain(Subject subject, Instant at) {
        next.put(subject, at);
    }

    /** The alert is over. */
    public void forget(Subject subject) {
        next.remove(subject);
    }

    /** All that was due has been looked at. */
    public void done() {
        heardOf.clear();
    }
}
