package dev.fleethealth.streams.session;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The part of a connection event that a device's history needs.
 *
 * @param at when it happened, already checked against the clock of the bridge
 * @param connectionId the network connection, where the source names it
 * @param sequence the broker's order number for this client, where it has one
 * @param keepAliveSeconds keep-alive of the CONNECT packet, in seconds
 * @param credentialExpiresAt {@code exp} of the token, where known
 * @param category as reported; null on events that end nothing
 * @param source dialect id
 * @param counts whether detectors may look at it; one whose clock cannot be believed corrects the device and no more
 */
public record DeviceEvent(
        EventType type,
        Instant at,
        @Nullable String connectionId,
        @Nullable Long sequence,
        @Nullable Integer keepAliveSeconds,
        @Nullable Instant credentialExpiresAt,
        @Nullable Category category,
        String source,
        @Nullable String node,
        @Nullable String address,
        boolean counts) {

    public static DeviceEvent of(ConnectionEvent event, EventTime time) {
        return new DeviceEvent(
                event.getType(),
                time.at(),
                event.getConnectionId(),
                event.getSequence(),
                event.getKeepAliveSeconds(),
                event.getCredentialExpiresAt(),
                event.getCategory(),
                event.getSource(),
                event.getNode(),
                event.getPeerAddress(),
                time.trusted());
    }

    /** The category as reported, or {@code UNKNOWN} where the source gave none. */
    public Category reportedCategory() {
        return category == null ? Category.UNKNOWN : category;
    }
}
