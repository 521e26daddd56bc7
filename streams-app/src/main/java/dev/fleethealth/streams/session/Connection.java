package dev.fleethealth.streams.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open network connection of a device.
 *
 * @param id null where the source does not tell connections apart
 */
public record Connection(
        @Nullable String id,
        @Nullable Long sequence,
        Instant openedAt,
        @Nullable Integer keepAliveSeconds,
        @Nullable Instant credentialExpiresAt,
        @Nullable String node,
        @Nullable String address) {

    static Connection openedBy(DeviceEvent event) {
        return new Connection(
                event.connectionId(),
                event.sequence(),
                event.at(),
                event.keepAliveSeconds(),
                event.credentialExpiresAt(),
                event.node(),
                event.address());
    }

    /** Age of the connection at that time; never negative. */
    public Duration ageAt(Instant time) {
        return time.isBefore(openedAt) ? Duration.ZERO : Duration.between(openedAt, time);
    }

    /** Whether it was opened at that time or within the moments before it in which brokers report a change of connections. */
    boolean isOpenedJustBefore(Instant time) {
        return !time.isBefore(openedAt) && !time.isAfter(openedAt.plus(OpenConnections.TAKEOVER_SLACK));
    }

    /** By the broker's order number where both have one, else by time. */
    boolean isNewerThan(Connection other) {
        if (sequence != null && other.sequence != null && !sequence.equals(other.sequence)) {
            return sequence > other.sequence;
        }
        return openedAt.isAfter(other.openedAt);
    }
}
