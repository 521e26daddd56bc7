package dev.fleethealth.streams.session;

import dev.fleethealth.schemas.ConnectionEvent;
import java.time.Duration;
import java.time.Instant;

/**
 * When an event happened, as far as its clock can be believed.
 *
 * @param receivedAt when the bridge received it, as far as that can be believed
 * @param trusted whether the event may count; what comes from a clock that was never set, or is more than a day ahead,
 *     corrects the device's state and nothing else
 * @param corrected whether the event's own time was not used as it came
 */
public record EventTime(Instant at, Instant receivedAt, boolean trusted, boolean corrected) {
    /** No event moves time further past its own receipt than this (detection.md §1). */
    private static final Duration MOST_AHEAD = Duration.ofSeconds(60);

    /** As Kafka's brokers take it by default: a record further ahead is refused. */
    private static final Duration MOST_BRIDGE_AHEAD = Duration.ofHours(1);

    private static final Duration STILL_A_CLOCK = Duration.ofHours(24);

    /** Devices and brokers whose clock was never set report years around 1970 or 1980. */
    private static final Instant FIRST_PLAUSIBLE = Instant.parse("2000-01-01T00:00:00Z");

    /** Where the bridge says by how much it has corrected a time. */
    private static final String SKEW_ATTRIBUTE = "clockSkewMillis";

    /** @param now the wall clock; it only guards against a receive time that can't be */
    public static EventTime of(ConnectionEvent event, Instant now) {
        Instant occurredAt = event.getOccurredAt();
        Instant receivedAt = event.getReceivedAt();
        if (receivedAt.isBefore(FIRST_PLAUSIBLE) || receivedAt.isAfter(now.plus(MOST_BRIDGE_AHEAD))) {
            return new EventTime(now, now, false, true);
        }
        if (occurredAt.isBefore(FIRST_PLAUSIBLE)) {
            return new EventTime(receivedAt, receivedAt, false, true);
        }
        if (occurredAt.isAfter(receivedAt.plus(MOST_AHEAD))) {
            return corrected(receivedAt, receivedAt, Duration.between(receivedAt, occurredAt));
        }
        String skew = event.getAttributes().get(SKEW_ATTRIBUTE);
        return skew == null
                ? new EventTime(occurredAt, receivedAt, true, false)
                : corrected(occurredAt, receivedAt, skewOf(skew));
    }

    private static EventTime corrected(Instant at, Instant receivedAt, Duration skew) {
        return new EventTime(at, receivedAt, skew.abs().compareTo(STILL_A_CLOCK) <= 0, true);
    }

    private static Duration skewOf(String millis) {
        try {
            return Duration.ofMillis(Long.parseLong(millis));
        } catch (NumberFormatException | ArithmeticException e) {
            return STILL_A_CLOCK.plusSeconds(1);
        }
    }
}
