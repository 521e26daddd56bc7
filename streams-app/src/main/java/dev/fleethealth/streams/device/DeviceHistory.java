package dev.fleethealth.streams.device;

import dev.fleethealth.schemas.Scope;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.detector.Require;
import dev.fleethealth.streams.session.Connection;
import dev.fleethealth.streams.session.DeviceEvent;
import dev.fleethealth.streams.session.EventOrder;
import dev.fleethealth.streams.session.Happening;
import dev.fleethealth.streams.session.SessionTracker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes a device's state from one event to the next, whatever the order of arrival.
 *
 * <p>Sources report out of order: the end of an old connection may come after the start of the new one, or before it. So
 * nothing is decided once and for all within the grace period. The state keeps the events of that period and is always
 * replayed from what is settled; an event that arrives late changes what its neighbors meant, and the difference between
 * the view before and the view after is what the device contributes to its fleet.
 */
public final class DeviceHistory {
    /** Beyond so many events within the grace period, the oldest are settled early. */
    static final int MOST_RECENT = 64;

    private final Watch[] watches;
    private final Set<String> overManyDevices;
    private final SessionTracker tracker;
    private final Duration grace;

    public DeviceHistory(List<Detector> detectors, SessionTracker tracker, Duration grace) {
        this.watches = detectors.stream()
                .map(detector ->
                        new Watch(detector, detector.id(), detector.window().plus(grace.multipliedBy(2))))
                .toArray(Watch[]::new);
        this.overManyDevices = detectors.stream()
                .filter(detector -> detector.scope() != Scope.DEVICE)
                .map(Detector::id)
                .collect(Collectors.toUnmodifiableSet());
        this.tracker = tracker;
        this.grace = grace;
    }

    /**
     * A detector, and what is asked of it with each event.
     *
     * @param keptFor how long what counts for it is kept
     */
    private record Watch(Detector detector, String id, Duration keptFor) {}

    /**
     * What an event changed.
     *
     * @param counts whether it changes what detectors see
     * @param happening what the event meant in its place
     */
    public record Change(DeviceView before, Device after, boolean counts, Happening happening) {}

    /** A device as it was stored. */
    public Device deviceOf(DeviceState state) {
        return new Device(state, after(state.recent(), state.settled()));
    }

    private DeviceView after(List<DeviceEvent> events, DeviceView settled) {
        DeviceView view = settled;
        for (DeviceEvent event : events) {
            view = step(view, event).view();
        }
        return view;
    }

    /**
     * The change by an event that counts, given the newest event time of the stream. What comes in order is put on top of
     * the view; only what comes out of order is worth a replay.
     */
    public Change apply(Device device, DeviceEvent event, Instant streamTime) {
        DeviceState settled = settle(device, streamTime.minus(grace));
        List<DeviceEvent> recent = insert(settled.recent(), event);
        boolean isNewest = recent.get(recent.size() - 1) == event;
        ViewStep step = isNewest ? step(device.view(), event) : replay(settled.settled(), recent, event);
        DeviceState next = new DeviceState(settled.settled(), recent, settled.seen());
        return new Change(device.view(), new Device(next, step.view()), true, step.happening());
    }

    /** The view after all events, and what one of them meant in its place. */
    private ViewStep replay(DeviceView settled, List<DeviceEvent> recent, DeviceEvent wanted) {
        DeviceView view = settled;
        Happening happening = null;
        for (DeviceEvent each : recent) {
            ViewStep step = step(view, each);
            view = step.view();
            happening = each == wanted ? step.happening() : happening;
        }
        return new ViewStep(view, Objects.requireNonNull(happening));
    }

    /** The device corrected by an event that came too late to count. */
    public Change correct(Device device, DeviceEvent event) {
        DeviceState state = device.state();
        SessionTracker.Step step = tracker.apply(state.settled().session(), event);
        DeviceState next = new DeviceState(state.settled().withSession(step.session()), state.recent(), state.seen());
        return new Change(device.view(), deviceOf(next), false, step.happening());
    }

    private DeviceState settle(Device device, Instant until) {
        DeviceState state = device.state();
        List<DeviceEvent> recent = state.recent();
        int count = 0;
        while (count < recent.size()
                && (recent.get(count).at().isBefore(until) || recent.size() - count >= MOST_RECENT)) {
            count++;
        }
        if (count == 0) {
            return state;
        }
        List<DeviceEvent> open = List.copyOf(recent.subList(count, recent.size()));
        DeviceView settled = open.isEmpty() ? device.view() : after(recent.subList(0, count), state.settled());
        return new DeviceState(settled, open, state.seen());
    }

    private static List<DeviceEvent> insert(List<DeviceEvent> recent, DeviceEvent event) {
        if (recent.isEmpty()) {
            return List.of(event);
        }
        List<DeviceEvent> all = new ArrayList<>(recent.size() + 1);
        all.addAll(recent);
        int at = all.size();
        while (at > 0 && EventOrder.BY_TIME.compare(all.get(at - 1), event) > 0) {
            at--;
        }
        all.add(at, event);
        return Collections.unmodifiableList(all);
    }

    private record ViewStep(DeviceView view, Happening happening) {}

    private ViewStep step(DeviceView view, DeviceEvent event) {
        SessionTracker.Step step = tracker.apply(view.session(), event);
        DeviceView next = view.withSession(step.session());
        if (event.counts()) {
            next = count(step.happening(), next);
        }
        return new ViewStep(step.session().isOnline() ? backBy(event.at(), next) : next, step.happening());
    }

    private DeviceView count(Happening happening, DeviceView view) {
        DeviceView next = happening instanceof Happening.Ended ended ? withoutPlanned(ended, view) : view;
        for (Watch watch : watches) {
            Optional<Occurrence> occurrence = watch.detector().occurrence(happening);
            if (occurrence.isPresent()) {
                next = add(next, watch, occurrence.get());
            }
        }
        return next;
    }

    /** A reconnect that turns out to be planned never was one. */
    private DeviceView withoutPlanned(Happening.Ended ended, DeviceView view) {
        Optional<Connection> planned = view.histories().isEmpty() ? Optional.empty() : ended.plannedNext();
        DeviceView next = view;
        if (planned.isPresent()) {
            for (Watch watch : watches) {
                if (watch.detector().countsReconnects()) {
                    next = next.without(watch.id(), planned.get().openedAt());
                }
            }
        }
        return next;
    }

    /** Fleets and nodes ask who is back; a single device's occurrences stay as they are. */
    private DeviceView backBy(Instant time, DeviceView view) {
        DeviceView next = view;
        for (DetectorHistory history : view.histories()) {
            if (history.isAway() && overManyDevices.contains(history.detector())) {
                next = next.with(history.backBy(time));
            }
        }
        return next;
    }

    private static DeviceView add(DeviceView view, Watch watch, Occurrence added) {
        List<Occurrence> all = view.occurrencesOf(watch.id());
        Instant oldest = added.at().minus(watch.keptFor());
        int from = Math.max(0, all.size() + 1 - Require.MOST_OCCURRENCES);
        while (from < all.size() && all.get(from).at().isBefore(oldest)) {
            from++;
        }
        return view.with(new DetectorHistory(watch.id(), plus(all, from, added)));
    }

    private static List<Occurrence> plus(List<Occurrence> all, int from, Occurrence added) {
        if (from == all.size()) {
            return List.of(added);
        }
        List<Occurrence> kept = new ArrayList<>(all.size() - from + 1);
        for (int i = from; i < all.size(); i++) {
            kept.add(all.get(i));
        }
        kept.add(added);
        return Collections.unmodifiableList(kept);
    }
}
