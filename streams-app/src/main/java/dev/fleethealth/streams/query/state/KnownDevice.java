package dev.fleethealth.streams.query.state;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.device.DeviceKey;
import dev.fleethealth.streams.device.DeviceState;
import org.jspecify.annotations.Nullable;

/**
 * A device as it is kept.
 *
 * @param state its session and the events within the grace period, as detection keeps them
 * @param trail what is known of its timeline
 * @param lastCategory how its last connection ended or was refused
 * @param source dialect id of its newest event
 * @param node of the newest event that named one, as is the address
 */
public record KnownDevice(
        DeviceKey key,
        DeviceState state,
        Trail trail,
        @Nullable Category lastCategory,
        String source,
        @Nullable String node,
        @Nullable String address) {

    public KnownDevice withTrail(Trail next) {
        return new KnownDevice(key, state, next, lastCategory, source, node, address);
    }
}
