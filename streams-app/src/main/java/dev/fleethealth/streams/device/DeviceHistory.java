package dev.fleethealth.streams.device;

import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.detector.Require;
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

    private final List<Detector> detectors;
    private final SessionTracker tracker;
    private final Duration grace;

    public DeviceHistory(List<Detector> detectors, SessionTracker tracker, Duration grace) {
        this.detectors = List.copyOf(detectors);
        this.tracker = tracker;
        this.grace = grace;
    }

    /**
     * What an event changed.
     *
     * @param counts whether it changes what detectors see
     * @param happening what the event meant in its place
     */
    public record Change(DeviceState state, DeviceView before, DeviceView after, boolean counts, Happening happening) {}

    /** The change by an event that counts, given the newest event time of the stream. */
    public Change apply(DeviceState state, DeviceEvent event, Instant streamTime) {
        DeviceState settled = settle(state, streamTime.minus(grace));
        DeviceView before = viewOf(settled);
        List<DeviceEvent> recent = insert(settled.recent(), event);
        DeviceState next = new DeviceState(settled.settled(), recent, state.seen());
        boolean isNewest = recent.get(recent.size() - 1) == event;
        ViewStep step = isNewest ? step(before, event) : replay(next, event);
        return new Change(next, before, step.view(), true, step.happening());
    }

    /** The view after all events, and what one of them meant in its place. */
    private ViewStep replay(DeviceState state, DeviceEvent wanted) {
        DeviceView view = state.settled();
        Happening happening = null;
        for (DeviceEvent each : state.recent()) {
            ViewStep step = step(view, each);
            view = step.view();
            happening = each == wanted ? step.happening() : happening;
        }
        return new ViewStep(view, Objects.requireNonNull(happening));
    }

    /** The state corrected by an event that came too late to count. */
    public Change correct(DeviceState state, DeviceEvent event) {
        SessionTracker.Step step = tracker.apply(state.settled().session(), event);
        DeviceState next = new DeviceState(state.settled().withSession(step.session()), state.recent(), state.seen());
        return new Change(next, viewOf(state), viewOf(next), false, step.happening());
    }

    /** The device as all its events show it. */
    public DeviceView viewOf(DeviceState state) {
        DeviceView view = state.settled();
        for (DeviceEvent event : state.recent()) {
            view = step(view, event).view();
        }
        return view;
    }

    private DeviceState settle(DeviceState state, Instant until) {
        DeviceView settled = state.settled();
        int count = 0;
        for (DeviceEvent event : state.recent()) {
            boolean crowded = state.recent().size() - count >= MOST_RECENT;
            if (!event.at().isBefore(until) && !crowded) {
                break;
            }
            settled = step(settled, event).view();
            count++;
        }
        return count == 0
                ? state
                : new DeviceState(
                        settled,
                        List.copyOf(state.recent().subList(count, state.recent().size())),
                        state.seen());
    }

    private static List<DeviceEvent> insert(List<DeviceEvent> recent, DeviceEvent event) {
        List<DeviceEvent> all = new ArrayList<>(recent);
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
        for (Detector detector : event.counts() ? detectors : List.<Detector>of()) {
            Optional<Occurrence> occurrence = detector.occurrence(step.happening());
            if (occurrence.isPresent()) {
                next = add(next, detector, occurrence.get());
            }
        }
        return new ViewStep(next, step.happening());
    }

    private DeviceView add(DeviceView view, Detector detector, Occurrence added) {
        List<Occurrence> kept = new ArrayList<>(view.occurrencesOf(detector.id()));
        Instant oldest = added.at().minus(detector.window()).minus(grace.multipliedBy(2));
        kept.removeIf(occurrence -> occurrence.at().isBefore(oldest));
        kept.add(added);
        int excess = Math.max(0, kept.size() - Require.MOST_OCCURRENCES);
        return view.withOccurrences(detector.id(), List.copyOf(kept.subList(excess, kept.size())));
    }
}
