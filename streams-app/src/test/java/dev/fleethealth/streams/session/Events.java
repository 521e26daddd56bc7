package dev.fleethealth.streams.session;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Device events for tests, at milliseconds after a start on a round minute. */
public final class Events {
    public static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    private Events() {}

    public static Instant at(long millis) {
        return START.plusMillis(millis);
    }

    public static DeviceEvent connected(long millis, @Nullable String connection) {
        return event(EventType.CONNECTED, millis, connection, null, null);
    }

    public static DeviceEvent connected(long millis, @Nullable String connection, Instant credentialExpiresAt) {
        return event(EventType.CONNECTED, millis, connection, null, credentialExpiresAt);
    }

    public static DeviceEvent disconnected(long millis, @Nullable String connection, Category category) {
        return event(EventType.DISCONNECTED, millis, connection, category, null);
    }

    public static DeviceEvent refused(long millis, Category category) {
        return event(EventType.CONNECT_FAILED, millis, null, category, null);
    }

    private static DeviceEvent event(
            EventType type,
            long millis,
            @Nullable String connection,
            @Nullable Category category,
            @Nullable Instant credentialExpiresAt) {
        return new DeviceEvent(
                type,
                at(millis),
                connection,
                null,
                60,
                credentialExpiresAt,
                category,
                "tdmq",
                "node-1",
                "10.0.0.1",
                true);
    }
}
