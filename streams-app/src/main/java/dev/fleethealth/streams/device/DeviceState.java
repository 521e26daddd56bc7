package dev.fleethealth.streams.device;

import dev.fleethealth.streams.session.DeviceEvent;
import java.util.List;

/**
 * What is kept of a device between events.
 *
 * @param settled the device up to the grace period: nothing that counts can still come before it
 * @param recent the events after that, in the order in which they happened; at most {@link DeviceHistory#MOST_RECENT}
 * @param seen ids of the events of the last minutes
 */
public record DeviceState(DeviceView settled, List<DeviceEvent> recent, SeenEvents seen) {
    public static final DeviceState NEVER_SEEN = new DeviceState(DeviceView.NEVER_SEEN, List.of(), SeenEvents.NONE);

    public DeviceState withSeen(SeenEvents next) {
        return new DeviceState(settled, recent, next);
    }
}
