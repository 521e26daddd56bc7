package dev.fleethealth.streams.query.timeline;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.session.Session;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is still known of a device's past.
 *
 * @param before the session as the events left it that were dropped
 * @param droppedUntil time of the newest of those; null when none was dropped
 * @param events the others, in any order
 */
public record Past(Session before, @Nullable Instant droppedUntil, List<ConnectionEvent> events) {
    public Past {
        events = List.copyOf(events);
    }

    /** Nothing dropped. */
    public static Past of(List<ConnectionEvent> events) {
        return new Past(Session.NEVER_SEEN, null, events);
    }

    /** What was known at a moment, that moment included. */
    public Past until(Instant at) {
        return new Past(
                before,
                droppedUntil,
                events.stream()
                        .filter(event -> !event.getOccurredAt().isAfter(at))
                        .toList());
    }
}
