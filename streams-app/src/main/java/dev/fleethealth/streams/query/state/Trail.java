package dev.fleethealth.streams.query.state;

import dev.fleethealth.streams.session.Session;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a device's timeline without reading it.
 *
 * @param count how many events are kept, about: it is counted anew when the timeline is cut
 * @param oldest time of the oldest event that is kept; null without any
 * @param droppedUntil time of the newest event that was dropped; null when none was
 * @param before the device's session as the dropped events left it
 */
public record Trail(
        int count, @Nullable Instant oldest, @Nullable Instant droppedUntil, Session before) {
    public static final Trail EMPTY = new Trail(0, null, null, Session.NEVER_SEEN);

    /** With one more event. */
    public Trail plus(Instant at) {
        return new Trail(count + 1, oldest == null || at.isBefore(oldest) ? at : oldest, droppedUntil, before);
    }
}
