package dev.fleethealth.streams.query.json;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.query.DeviceConnection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A connection as the API shows it. */
record ConnectionView(
        @Nullable Instant from,
        @Nullable Instant to,
        boolean online,
        @Nullable Category category,
        boolean derived,
        @Nullable String rawReason,
        @Nullable String node,
        @Nullable String address,
        @Nullable String connectionId,
        boolean subscribed) {
    static ConnectionView of(DeviceConnection it) {
        return new ConnectionView(
                it.from(),
                it.to(),
                it.online(),
                it.category(),
                it.derived(),
                it.rawReason(),
                it.node(),
                it.address(),
                it.connectionId(),
                it.subscribed());
    }
}
