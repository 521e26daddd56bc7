package dev.fleethealth.streams.query.timeline;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.session.DeviceEvent;
import dev.fleethealth.streams.session.EventOrder;
import dev.fleethealth.streams.session.EventTime;
import dev.fleethealth.streams.session.Session;
import dev.fleethealth.streams.session.SessionTracker;
import dev.fleethealth.streams.session.SourceRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Goes through a device's events again, in the order in which they happened, as detection did. */
public final class Replay {
    /** The same order as that of {@link EventOrder}. */
    private static final Comparator<ConnectionEvent> ORDER =
            Comparator.comparing(Replay::deviceEvent, EventOrder.BY_TIME);

    private final SessionTracker tracker;

    /** @param rules what has to be known of each source, by dialect id */
    public Replay(Map<String, SourceRules> rules) {
        this.tracker = new SessionTracker(rules);
    }

    /** An event, and what it meant. */
    public record Step(ConnectionEvent event, SessionTracker.Step step) {}

    public List<Step> of(Past past) {
        return of(past.before(), past.events());
    }

    /** The session after some more events. */
    public Session after(Session before, List<ConnectionEvent> events) {
        List<Step> steps = of(before, events);
        return steps.isEmpty() ? before : steps.get(steps.size() - 1).step().session();
    }

    public static List<ConnectionEvent> inOrder(List<ConnectionEvent> events) {
        return events.stream().sorted(ORDER).toList();
    }

    private List<Step> of(Session before, List<ConnectionEvent> events) {
        List<Step> steps = new ArrayList<>(events.size());
        Session session = before;
        for (ConnectionEvent event : inOrder(events)) {
            SessionTracker.Step step = tracker.apply(session, deviceEvent(event));
            steps.add(new Step(event, step));
            session = step.session();
        }
        return steps;
    }

    /** Its time was made believable when the event was stored. */
    private static DeviceEvent deviceEvent(ConnectionEvent event) {
        return DeviceEvent.of(event, new EventTime(event.getOccurredAt(), event.getReceivedAt(), true, false));
    }
}
