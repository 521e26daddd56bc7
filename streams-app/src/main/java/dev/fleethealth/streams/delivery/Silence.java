package dev.fleethealth.streams.delivery;

import dev.fleethealth.schemas.Alert;
import java.time.Instant;

/**
 * A time in which matching alerts are not told.
 *
 * @param id unique
 * @param until the first moment at which it no longer holds
 */
public record Silence(String id, AlertMatch match, Instant from, Instant until, String author, String comment) {
    public Silence {
        if (id.isBlank()) {
            throw new IllegalArgumentException("expected an id of the silence, was empty");
        }
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("expected an end after the beginning, was " + from + " to " + until);
        }
    }

    public boolean isActive(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }

    public boolean silences(Alert alert, Instant now) {
        return isActive(now) && match.matches(alert);
    }

    /** The same silence, over at that time; one that had not begun never does. */
    public Silence expiredAt(Instant now) {
        Instant end = now.isAfter(from) ? now : from.plusMillis(1);
        return end.isBefore(until) ? new Silence(id, match, from, end, author, comment) : this;
    }
}
