package dev.fleethealth.streams.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a device's connections at one moment.
 *
 * @param seenAt time of the newest event; null for a device never seen
 * @param open open connections, oldest first; more than one only for moments, while the broker has yet to report the
 *     end of the old one
 * @param lastEnd how the last session ended; null when none has ended yet
 * @param recentEndings endings of the last {@link #ENDINGS_KEPT_FOR}, oldest first, at most {@link #MOST_ENDINGS}
 * @param recentAttempts times of connects and refused attempts, oldest first, at most {@link #MOST_ATTEMPTS}
 */
public record Session(
        @Nullable Instant seenAt,
        List<Connection> open,
        @Nullable Ending lastEnd,
        List<Ending> recentEndings,
        List<Instant> recentAttempts) {

    /** How far back an alert's cause looks (detection.md §3), with room for late events. */
    public static final Duration ENDINGS_KEPT_FOR = Duration.ofMinutes(6);

    public static final int MOST_ENDINGS = 32;

    /** Enough gaps to tell a fixed retry period from an exponential one. */
    public static final int MOST_ATTEMPTS = 8;

    public static final Session NEVER_SEEN = new Session(null, List.of(), null, List.of(), List.of());

    public boolean isKnown() {
        return seenAt != null;
    }

    public boolean isOnline() {
        return !open.isEmpty();
    }

    /** The newest open connection. */
    public Optional<Connection> current() {
        Connection newest = null;
        for (Connection connection : open) {
            newest = newest == null || !newest.isNewerThan(connection) ? connection : newest;
        }
        return Optional.ofNullable(newest);
    }
}
