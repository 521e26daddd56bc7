package dev.fleethealth.streams.session;

import dev.fleethealth.schemas.ConnectionEvent;
import java.time.Duration;
import java.time.Instant;

/**
 * When an event happened, as far as its clock can be believed.
 *
 * @param trusted whether the event may count; what comes from a clock that was never set, or is more than a day ahead,
 *     corrects the device's state and nothing else
 * @param corrected whether the event's own time was not used as it came
 */
public record EventTime(Instant at, boolean trusted, boolean corrected) {
    /** No event moves time further past its own receipt than this (detection.md §1). */
    private static final Duration MOST_AHEAD = Duration.ofSeconds(60);

    private static final Duration STILL_A_CLOCK = Duration.ofHours(24);

    /** Devices and brokers whose clock was never set report years around 1970 or 1980. */
    private static final Instant FIRST_PLAUSIBLE = Instant.parse("2000-01-01T00:00:00Z");

    /** Where the bridge says by how much it has corrected a time. */
    private static final String SKEW_ATTRIBUTE = "clockSkewMillis";

    public static EventTime of(ConnectionEvent event) {
        Instant occurredAt = event.getOccurredAt();
        Instant receivedAt = event.getReceivedAt();
        if (occurredAt.isBefore(FIRST_PLAUSIBLE)) {
            return new EventTime(receivedAt, false, true);
        }
        if (occurredAt.isAfter(receivedAt.plus(MOST_AHEAD))) {
            return corrected(receivedAt, Duration.between(receivedAt, occurredAt));
        }
        String skew = event.getAttributes().get(SKEW_ATTRIBUTE);
        return skew == null ? new EventTime(occurredAt, true, false) : corrected(occurredAt, skewOf(skew));
    }

    private static EventTime corrected(Instant at, Duration skew) {
        return new EventTime(at, skew.abs().compareTo(STILL_A_CLOCK) <= 0, true);
    }

    private static Duration skewOf(String millis) {
        try {
            return Duration.ofMillis(Long.parseLong(millis));
        } catch (NumberFormatException | ArithmeticException e) {
            return STILL_A_CLOCK.plusSeconds(1);
        }
    }
}
