package dev.fleethealth.streams.session;

import dev.fleethealth.schemas.Category;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a connection ended, or an attempt to connect was refused.
 *
 * @param kind whether a session ended or an attempt failed
 * @param category after derivation
 * @param derived whether Fleet Health derived the category
 * @param connectionId the connection that ended, where known; tells a second report of the same end
 */
public record Ending(
        Kind kind,
        Instant at,
        Category category,
        boolean derived,
        @Nullable String connectionId) {

    /** What came to an end. */
    public enum Kind {
        SESSION,
        ATTEMPT
    }

    /** Whether a device that connects after it does so as planned: it said goodbye, or its session ran out. */
    public boolean isPlanned() {
        return category == Category.NORMAL
                || category == Category.DISCONNECT_WITH_WILL
                || category == Category.SESSION_EXPIRED;
    }
}
