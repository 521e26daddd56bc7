package dev.fleethealth.streams.query.timeline;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.query.Device;
import dev.fleethealth.streams.query.DeviceConnection;
import dev.fleethealth.streams.query.TimeSpan;
import dev.fleethealth.streams.query.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a device's past lies in a span. */
public final class Timelines {
    /** So many of the newest events are shown; a few more may be kept. */
    public static final int MOST_EVENTS = 200;

    /** Older ones may be forgotten any time. */
    public static final Duration KEPT_FOR = Duration.ofDays(7);

    private final Replay replay;

    public Timelines(Replay replay) {
        this.replay = replay;
    }

    /** @param newestEvent up to when events have been taken in */
    public Timeline of(Device device, Past past, TimeSpan span, @Nullable Instant newestEvent) {
        List<ConnectionEvent> all = Replay.inOrder(past.events());
        int first = Math.max(0, all.size() - MOST_EVENTS);
        Instant lost = first > 0 ? all.get(first - 1).getOccurredAt() : past.droppedUntil();
        List<ConnectionEvent> events = all.subList(first, all.size()).stream()
                .filter(event -> span.contains(event.getOccurredAt()))
                .toList();
        List<DeviceConnection> connections = Connections.of(past, replay.of(past)).stream()
                .filter(connection -> touches(connection, span))
                .toList();
        return new Timeline(device, events, connections, isComplete(span, lost, newestEvent));
    }

    private static boolean isComplete(TimeSpan span, @Nullable Instant lost, @Nullable Instant newestEvent) {
        boolean dropped = lost != null && !span.from().isAfter(lost);
        boolean tooOld = newestEvent != null && span.from().isBefore(newestEvent.minus(KEPT_FOR));
        return !dropped && !tooOld;
    }

    private static boolean touches(DeviceConnection connection, TimeSpan span) {
        return (connection.from() == null || connection.from().isBefore(span.to()))
                && (connection.to() == null || !connection.to().isBefore(span.from()));
    }
}
