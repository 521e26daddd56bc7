package dev.fleethealth.streams.session;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.EventType;
import java.util.Comparator;

/**
 * The order in which a device's events happened, whatever the order of arrival: by time, and at the same moment a
 * connect before a disconnect, for a broker that replaces a connection reports both with the same time. Where an end is
 * told twice, as ApsaraMQ does, the report that names a reason comes before the one that names none.
 */
public final class EventOrder {
    public static final Comparator<DeviceEvent> BY_TIME =
            Comparator.comparing(DeviceEvent::at).thenComparing(EventOrder::rank);

    private EventOrder() {}

    private static int rank(DeviceEvent event) {
        if (event.type() != EventType.DISCONNECTED) {
            return 0;
        }
        return event.reportedCategory() == Category.UNKNOWN ? 2 : 1;
    }
}
