package dev.fleethealth.streams.query.topology;

import dev.fleethealth.streams.device.DeviceView;
import dev.fleethealth.streams.device.Retention;
import dev.fleethealth.streams.query.state.KnownDevice;
import dev.fleethealth.streams.query.state.KnownDeviceForm;
import dev.fleethealth.streams.query.state.Trail;
import dev.fleethealth.streams.query.timeline.Timelines;
import dev.fleethealth.streams.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Forgets what is too old, a portion at a time. */
final class Expiry {
    /** How long events and minutes are kept, and devices that are offline. */
    static final Duration KEPT_FOR = Timelines.KEPT_FOR;

    /** A device that is connected may say nothing for weeks; detection, too, believes it for so long. */
    private static final Retention RETENTION = new Retention(KEPT_FOR, Duration.ofDays(30));

    private final RecordedDevices devices;
    private final StoredTimeline timeline;
    private final FleetTotals totals;
    private final Sweep deviceSweep;
    private final MinuteExpiry minutes;
    private final Function<KnownDevice, Session> sessionOf;

    Expiry(
            RecordedDevices devices,
            StoredTimeline timeline,
            FleetTotals totals,
            MinuteExpiry minutes,
            Function<KnownDevice, Session> sessionOf) {
        this.devices = devices;
        this.timeline = timeline;
        this.totals = totals;
        this.deviceSweep = new Sweep(devices.store());
        this.minutes = minutes;
        this.sessionOf = sessionOf;
    }

    /** What lies before it is too old. */
    static Instant horizon(Instant now) {
        return now.minus(KEPT_FOR);
    }

    /** Looks at the next portion. */
    void step(Instant now) {
        deviceSweep.step(entry -> look(KnownDeviceForm.read(entry.value), now));
        minutes.step(horizon(now));
    }

    private void look(KnownDevice device, Instant now) {
        Session session = sessionOf.apply(device);
        if (RETENTION.isOver(new DeviceView(session, List.of()), now)) {
            totals.replace(device.key(), session, Session.NEVER_SEEN);
            timeline.remove(device.key());
            devices.remove(device.key());
            return;
        }
        Trail cut = timeline.cut(device.key(), device.trail(), horizon(now));
        if (cut != device.trail()) {
            devices.put(device.withTrail(cut));
        }
    }
}
