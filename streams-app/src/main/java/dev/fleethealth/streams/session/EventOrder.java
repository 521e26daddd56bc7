package dev.fleethealth.streams.session;

import dev.fleethealth.schemas.EventType;
import java.util.Comparator;

/**
 * The order in which a device's events happened, whatever the order of arrival: by time, and at the same moment a
 * connect before a disconnect, for a broker that replaces a connection reports both with the same time.
 */
public final class EventOrder {
    public static final Comparator<DeviceEvent> BY_TIME = Comparator.comparing(DeviceEvent::at)
            .thenComparing(event -> event.type() == EventType.DISCONNECTED ? 1 : 0);

    private EventOrder() {}
}
