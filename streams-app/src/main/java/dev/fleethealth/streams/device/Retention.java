package dev.fleethealth.streams.device;

import dev.fleethealth.streams.detector.Detector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long a device is kept after its last event. One that is offline is forgotten when it leaves its fleet's population;
 * one that is connected may say nothing for weeks and still be there, so its connection is believed for longer. Not for
 * ever: the report of its end may be lost, and a store must not grow with every loss.
 *
 * @param offline for how long a device without a connection is kept
 * @param connected for how long one with an open connection is
 */
public record Retention(Duration offline, Duration connected) {
    /** A fleet's population are the devices seen in this time (detection.md §1). */
    public static final Duration KNOWN_FOR = Duration.ofHours(24);

    private static final Duration CONNECTED_FOR = Duration.ofDays(30);

    /** The population's time, or longer where a detector has a longer window: what it counts must not be forgotten. */
    public static Retention of(List<Detector> detectors, Duration grace) {
        Duration longest = detectors.stream()
                .map(Detector::window)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO)
                .plus(grace.multipliedBy(2));
        return new Retention(longer(KNOWN_FOR, longest), longer(CONNECTED_FOR, longest));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** Until when a device is kept, in event time, if nothing more is heard of it. */
    public Instant endOf(DeviceView view) {
        Instant seenAt = view.session().seenAt();
        if (seenAt == null) {
            return Instant.MIN;
        }
        return seenAt.plus(view.session().isOnline() ? connected : offline);
    }

    /** Whether a device that was once seen is to be forgotten. */
    public boolean isOver(DeviceView view, Instant now) {
        return view.session().isKnown() && endOf(view).isBefore(now);
    }

    /** When to look at a device next: when it leaves the population, and once a day after that. */
    public Instant nextLook(DeviceView view, Instant now) {
        Instant seenAt = view.session().seenAt();
        Instant leaves = seenAt == null ? now : seenAt.plus(offline);
        return leaves.isAfter(now) ? leaves : now.plus(offline);
    }
}
