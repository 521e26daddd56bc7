package dev.fleethealth.streams.topology;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.alert.AdviceBook;
import dev.fleethealth.streams.alert.AlertDesk;
import dev.fleethealth.streams.alert.OpenAlert;
import dev.fleethealth.streams.device.Device;
import dev.fleethealth.streams.device.DeviceAlerts;
import dev.fleethealth.streams.device.DeviceHistory;
import dev.fleethealth.streams.device.DeviceHistory.Change;
import dev.fleethealth.streams.device.DeviceKey;
import dev.fleethealth.streams.device.DeviceState;
import dev.fleethealth.streams.device.DeviceView;
import dev.fleethealth.streams.device.DueDevices;
import dev.fleethealth.streams.device.NextLooks;
import dev.fleethealth.streams.device.Retention;
import dev.fleethealth.streams.device.SeenEvents;
import dev.fleethealth.streams.fleet.FleetCounts;
import dev.fleethealth.streams.fleet.FleetSignal;
import dev.fleethealth.streams.fleet.PartitionSums;
import dev.fleethealth.streams.policy.IgnoreList;
import dev.fleethealth.streams.policy.PerFleet;
import dev.fleethealth.streams.session.DeviceEvent;
import dev.fleethealth.streams.session.EventTime;
import dev.fleethealth.streams.session.Happening;
import dev.fleethealth.streams.session.SessionTracker;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * First stage, keyed as the input is: owns each device's state, raises the alerts of single devices, and adds devices up
 * to what its partition contributes to each fleet.
 */
final class DeviceStage {
    /** How often the fleet stage hears of all that changes, in event time and by the wall clock. */
    private static final long TELL_ALL_MILLIS = 1_000;

    /** A few milliseconds; a million devices that became due at once are taken one portion after the other. */
    static final int MOST_LOOKED_AT = 5_000;

    private final TopologyListener listener;
    private final DetectionSettings detection;
    private final PerFleet<FleetDevices> fleets;
    private final PartitionSums sums;
    private final DueDevices due = new DueDevices();
    private final NextLooks looks = new NextLooks();
    private final StreamClock clock = new StreamClock();
    private final ProcessorContext<String, FleetSignal> context;
    private final StoredDevices devices;
    private final StoredAlerts openAlerts;
    private final Ticker ticker;
    private Instant newestReceived = Instant.MIN;
    private long toldAllAtMillis;
    private long toldAllAtWallMillis;

    DeviceStage(TopologySettings settings, ProcessorContext<String, FleetSignal> context) {
        this.listener = settings.listener();
        this.detection = settings.detection();
        this.sums = new PartitionSums(detection.policy(), detection.grace());
        this.context = context;
        this.devices = new StoredDevices(context.getStateStore(TopologyNames.DEVICES));
        this.openAlerts = new StoredAlerts(context.getStateStore(TopologyNames.DEVICE_ALERTS));
        SessionTracker tracker = new SessionTracker(detection.sources());
        AlertDesk desk = detection.deskFor(openAlerts, AdviceBook.load());
        this.fleets = new PerFleet<>(
                detection.policy(),
                policy -> new FleetDevices(
                        new DeviceHistory(policy.detectors(), tracker, detection.grace()),
                        new DeviceAlerts(policy, desk),
                        Retention.of(policy.detectors(), detection.grace())));
        this.ticker = new Ticker(detection.tick(), openAlerts, this::tick);
    }

    /** How the devices of one fleet are looked at. */
    private record FleetDevices(DeviceHistory history, DeviceAlerts alerts, Retention retention) {}

    /** Starts the clock and derives from the devices what is not stored. */
    void start() {
        devices.each((text, state) -> rebuild(text, DeviceKey.parse(text), state));
        context.schedule(detection.flush(), PunctuationType.WALL_CLOCK_TIME, this::goOn);
    }

    /** A client that is to be ignored from now on is forgotten: the end of its connection will not be heard of. */
    private void rebuild(String text, DeviceKey key, DeviceState state) {
        if (detection.policy().ignored().isClientIgnored(key.clientId())) {
            devices.remove(text);
            return;
        }
        FleetDevices fleet = fleets.of(key.fleet());
        DeviceView view = fleet.history().deviceOf(state).view();
        Instant seenAt = view.session().seenAt();
        if (seenAt != null) {
            clock.observe(seenAt, context.currentSystemTimeMs());
            sums.replace(key, DeviceView.NEVER_SEEN, view, clock.newestEvent());
            due.file(text, fleet.retention().nextLook(view, seenAt));
        }
    }

    void process(ConnectionEvent event) {
        Optional<IgnoreList.Reason> ignored = detection.policy().ignored().reasonFor(event);
        if (ignored.isPresent()) {
            listener.eventIgnored(ignored.get());
        } else {
            count(event);
        }
    }

    private void count(ConnectionEvent event) {
        DeviceKey key = DeviceKey.of(event);
        String text = key.toText();
        FleetDevices fleet = fleets.of(key.fleet());
        Device stored = devices.find(text, fleet.history());
        EventTime time = EventTime.of(event, Instant.ofEpochMilli(context.currentSystemTimeMs()));
        SeenEvents seen = stored.state().seen().since(time.receivedAt().minus(detection.deduplication()));
        long id = SeenEvents.hashOf(event.getEventId());
        if (seen.contains(id)) {
            listener.duplicateIgnored(event);
            return;
        }
        if (time.corrected()) {
            listener.clockCorrected(event);
        }
        clock.observe(time.at(), context.currentSystemTimeMs());
        ticker.advanceTo(clock.newestEvent());
        if (openAlerts.isAny()) {
            looks.heardOf(key);
        }
        newestReceived = time.receivedAt().isAfter(newestReceived) ? time.receivedAt() : newestReceived;
        Change change = change(fleet.history(), kept(key, stored, fleet.retention()), event, time);
        Device changed = change.after().withSeen(seen.plus(id, time.receivedAt()));
        if (stored == Device.NEVER_SEEN) {
            due.file(text, fleet.retention().nextLook(changed.view(), time.at()));
        }
        devices.put(text, changed);
        if (change.counts()) {
            sums.replace(key, change.before(), changed.view(), present());
            fleet.alerts().onChange(key, change.before(), changed.view()).forEach(this::forward);
        } else {
            sums.recount(key, change.before(), changed.view());
        }
        listener.eventCounted(event, categoryOf(change.happening()));
        if (clock.newestEvent().toEpochMilli() - toldAllAtMillis >= TELL_ALL_MILLIS) {
            tellAll(clock.newestEvent());
        }
    }

    private Change change(DeviceHistory history, Device device, ConnectionEvent event, EventTime time) {
        DeviceEvent deviceEvent = DeviceEvent.of(event, time);
        boolean late = time.at().isBefore(present().minus(detection.grace()));
        return late ? history.correct(device, deviceEvent) : history.apply(device, deviceEvent, present());
    }

    /** Whatever is due but not yet looked at: a device that comes back after its time is a new one. */
    private Device kept(DeviceKey key, Device device, Retention retention) {
        if (retention.isOver(device.view(), clock.newestEvent())) {
            sums.recount(key, device.view(), DeviceView.NEVER_SEEN);
            return Device.NEVER_SEEN;
        }
        return device;
    }

    /** Forgets devices of which nothing was heard for long, and files those again of which something was. */
    private void lookAtDue(Instant now) {
        due.take(now, MOST_LOOKED_AT, text -> {
            DeviceKey key = DeviceKey.parse(text);
            FleetDevices fleet = fleets.of(key.fleet());
            DeviceView view = devices.find(text, fleet.history()).view();
            if (fleet.retention().isOver(view, now)) {
                sums.recount(key, view, DeviceView.NEVER_SEEN);
                devices.remove(text);
            } else if (view.session().isKnown()) {
                sums.recount(key, view, view);
                due.file(text, fleet.retention().nextLook(view, now));
            }
        });
    }

    /** What lateness is measured against: a clock that is ahead must not make all other events late. */
    private Instant present() {
        return clock.newestEvent().isBefore(newestReceived) ? clock.newestEvent() : newestReceived;
    }

    private static @Nullable Category categoryOf(Happening happening) {
        if (happening instanceof Happening.Ended ended) {
            return ended.ending().category();
        }
        return happening instanceof Happening.Refused refused ? refused.ending().category() : null;
    }

    private void goOn(long wallMillis) {
        if (clock.isRunning()) {
            Instant now = clock.now(wallMillis);
            ticker.advanceTo(now);
            if (wallMillis - toldAllAtWallMillis >= TELL_ALL_MILLIS) {
                tellAll(now);
            } else {
                sums.takeRising(partition(), clock.newestEvent(), now, this::tell);
            }
        }
    }

    private void tick(Instant now) {
        for (OpenAlert open : openAlerts.all()) {
            DeviceKey key = new DeviceKey(open.subject().fleet(), open.subject().name(), "");
            if (looks.isDue(open.subject(), key, now)) {
                look(open, key, now);
            }
        }
        looks.done();
    }

    private void look(OpenAlert open, DeviceKey key, Instant now) {
        FleetDevices fleet = fleets.of(key.fleet());
        DeviceView view = devices.find(key.toText(), fleet.history()).view();
        fleet.alerts().onTick(open, view, now).ifPresent(this::forward);
        openAlerts
                .find(open.subject())
                .ifPresentOrElse(
                        still -> looks.lookAgain(still.subject(), fleet.alerts().nextLook(still, view, now)),
                        () -> looks.forget(open.subject()));
    }

    private void tellAll(Instant now) {
        lookAtDue(now);
        toldAllAtMillis = clock.newestEvent().toEpochMilli();
        toldAllAtWallMillis = context.currentSystemTimeMs();
        sums.takeChanges(partition(), clock.newestEvent(), now, this::tell);
    }

    private void tell(String fleet, FleetCounts counts) {
        forward(fleet, new FleetSignal.Counted(counts));
    }

    private int partition() {
        return context.taskId().partition();
    }

    private void forward(Alert alert) {
        forward(alert.getFleet(), new FleetSignal.DeviceAlert(alert));
    }

    private void forward(String fleet, FleetSignal signal) {
        context.forward(new Record<>(fleet, signal, context.currentSystemTimeMs()));
    }
}
