package dev.fleethealth.streams.query.topology;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.device.Device;
import dev.fleethealth.streams.device.DeviceHistory;
import dev.fleethealth.streams.device.DeviceHistory.Change;
import dev.fleethealth.streams.device.DeviceKey;
import dev.fleethealth.streams.device.SeenEvents;
import dev.fleethealth.streams.query.state.KeptEvent;
import dev.fleethealth.streams.query.state.KnownDevice;
import dev.fleethealth.streams.query.state.StoreNames;
import dev.fleethealth.streams.query.state.Trail;
import dev.fleethealth.streams.query.timeline.Replay;
import dev.fleethealth.streams.session.DeviceEvent;
import dev.fleethealth.streams.session.Ending;
import dev.fleethealth.streams.session.EventTime;
import dev.fleethealth.streams.session.Session;
import dev.fleethealth.streams.session.SessionTracker;
import dev.fleethealth.streams.topology.StreamClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Records one partition's events: the timeline and the state of each device, and the minutes of each fleet. A device's state is
 * kept by detection's own {@link DeviceHistory}, so that both see the same categories.
 */
final class DeviceRecorder {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final QueryTopologySettings settings;
    private final ProcessorContext<Void, Void> context;
    private final DeviceHistory history;
    private final RecordedDevices devices;
    private final StoredTimeline timeline;
    private final StoredActivity activity;
    private final FleetTotals totals;
    private final Expiry expiry;
    private final StreamClock clock = new StreamClock();
    private Instant newestReceived = Instant.MIN;

    DeviceRecorder(QueryTopologySettings settings, ProcessorContext<Void, Void> context) {
        this.settings = settings;
        this.context = context;
        this.history = new DeviceHistory(List.of(), new SessionTracker(settings.sources()), settings.grace());
        this.devices = new RecordedDevices(context.getStateStore(StoreNames.DEVICES));
        this.timeline = new StoredTimeline(context.getStateStore(StoreNames.TIMELINE), new Replay(settings.sources()));
        this.activity = new StoredActivity(context.getStateStore(StoreNames.ACTIVITY));
        this.totals = new FleetTotals(context.getStateStore(StoreNames.FLEETS));
        this.expiry = new Expiry(
                devices,
                timeline,
                totals,
                new MinuteExpiry(context.getStateStore(StoreNames.ACTIVITY)),
                this::sessionOf);
    }

    /** Derives from the devices what is not stored, and starts the clock. */
    void start() {
        devices.each(this::count);
        totals.show(clock.newestEvent());
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    private void count(KnownDevice device) {
        Session session = sessionOf(device);
        if (session.seenAt() != null) {
            clock.observe(session.seenAt(), context.currentSystemTimeMs());
        }
        totals.replace(device.key(), Session.NEVER_SEEN, session);
    }

    private void tick(long wallMillis) {
        if (clock.isRunning()) {
            expiry.step(clock.now(wallMillis));
            totals.show(clock.newestEvent());
        }
    }

    void process(ConnectionEvent event) {
        if (settings.ignored().reasonFor(event).isEmpty()) {
            record(event);
        }
    }

    private void record(ConnectionEvent event) {
        EventTime time = EventTime.of(event, Instant.ofEpochMilli(context.currentSystemTimeMs()));
        ConnectionEvent kept = KeptEvent.of(event, time);
        DeviceKey key = DeviceKey.of(event);
        KnownDevice known = devices.find(key);
        Device device = known == null ? Device.NEVER_SEEN : history.deviceOf(known.state());
        SeenEvents seen = device.state().seen().since(time.receivedAt().minus(settings.deduplication()));
        long id = SeenEvents.hashOf(event.getEventId());
        boolean repeated = seen.contains(id);
        Trail trail = known == null ? Trail.EMPTY : known.trail();
        boolean added = timeline.add(key, trail, kept, id, repeated);
        if (added) {
            trail = timeline.cut(key, trail.plus(time.at()), Expiry.horizon(time.at()));
        }
        if (!repeated) {
            clock.observe(time.at(), context.currentSystemTimeMs());
            newestReceived = time.receivedAt().isAfter(newestReceived) ? time.receivedAt() : newestReceived;
            Change change = change(device, DeviceEvent.of(kept, time));
            Device changed = change.after().withSeen(seen.plus(id, time.receivedAt()));
            devices.put(known(key, known, changed, trail, kept));
            recount(key, device.view().session(), changed.view().session());
            if (added) {
                activity.count(key.fleet(), change.happening());
            }
        } else if (added && known != null) {
            // Its state outlived a crash, its place in the timeline did not.
            devices.put(known.withTrail(trail));
        }
    }

    private Change change(Device device, DeviceEvent event) {
        Instant present = clock.newestEvent().isBefore(newestReceived) ? clock.newestEvent() : newestReceived;
        boolean late = event.at().isBefore(present.minus(settings.grace()));
        return late ? history.correct(device, event) : history.apply(device, event, present);
    }

    private void recount(DeviceKey key, Session before, Session after) {
        totals.replace(key, before, after);
        if (before.isOnline() != after.isOnline() && !key.clientId().isEmpty()) {
            activity.online(key.fleet(), clock.newestEvent(), totals.online(key.fleet()));
        }
    }

    private static KnownDevice known(
            DeviceKey key, @Nullable KnownDevice before, Device device, Trail trail, ConnectionEvent event) {
        return new KnownDevice(
                key,
                device.state(),
                trail,
                lastCategory(device.view().session(), before == null ? null : before.lastCategory()),
                event.getSource(),
                event.getNode() == null && before != null ? before.node() : event.getNode(),
                event.getPeerAddress() == null && before != null ? before.address() : event.getPeerAddress());
    }

    private static @Nullable Category lastCategory(Session session, @Nullable Category before) {
        List<Ending> recent = session.recentEndings();
        return recent.isEmpty() ? before : recent.get(recent.size() - 1).category();
    }

    private Session sessionOf(KnownDevice device) {
        return history.deviceOf(device.state()).view().session();
    }
}
