package dev.fleethealth.streams.query.cluster;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.device.DeviceHistory;
import dev.fleethealth.streams.query.Device;
import dev.fleethealth.streams.query.state.KnownDevice;
import dev.fleethealth.streams.query.state.KnownDeviceForm;
import dev.fleethealth.streams.query.state.RecordBytes;
import dev.fleethealth.streams.query.timeline.Past;
import dev.fleethealth.streams.session.Connection;
import dev.fleethealth.streams.session.Ending;
import dev.fleethealth.streams.session.Session;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stored devices as they are shown. */
final class DeviceViews {
    private final DeviceHistory history;

    DeviceViews(DeviceHistory history) {
        this.history = history;
    }

    Device of(KnownDevice device) {
        Session session = history.deviceOf(device.state()).view().session();
        Connection current = session.current().orElse(null);
        return new Device(
                device.key().clientId(),
                device.key().fleet(),
                session.isOnline(),
                since(session, current),
                session.seenAt() == null ? Instant.EPOCH : session.seenAt(),
                device.lastCategory(),
                device.source(),
                current != null && current.node() != null ? current.node() : device.node(),
                current != null && current.address() != null ? current.address() : device.address());
    }

    Device of(StoredDevice stored) {
        return of(KnownDeviceForm.read(stored.device()));
    }

    /** All that is kept: up to 20 events more than are shown, which wait to be dropped. */
    static Past pastOf(StoredDevice stored) {
        KnownDevice device = KnownDeviceForm.read(stored.device());
        List<ConnectionEvent> events =
                stored.events().stream().map(RecordBytes::event).toList();
        return new Past(device.trail().before(), device.trail().droppedUntil(), events);
    }

    private static @Nullable Instant since(Session session, @Nullable Connection current) {
        if (current != null) {
            return current.openedAt();
        }
        Ending last = session.lastEnd();
        return last == null ? null : last.at();
    }
}
