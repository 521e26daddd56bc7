package dev.fleethealth.streams.query;

import dev.fleethealth.schemas.Category;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a device, made of its events.
 *
 * @param from null when it began before the timeline does
 * @param to null while it is open
 * @param derived whether the category was derived, not reported
 * @param subscribed whether a subscription was reported during it
 */
public record DeviceConnection(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Category category,
        boolean derived,
        @Nullable String rawReason,
        @Nullable String node,
        @Nullable String address,
        @Nullable String connectionId,
        boolean subscribed) {
    public boolean online() {
        return to == null;
    }
}
