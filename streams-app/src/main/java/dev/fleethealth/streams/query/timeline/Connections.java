package dev.fleethealth.streams.query.timeline;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.streams.query.DeviceConnection;
import dev.fleethealth.streams.query.timeline.Replay.Step;
import dev.fleethealth.streams.session.Connection;
import dev.fleethealth.streams.session.Happening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The connections that events make, and how each ended. */
public final class Connections {
    private final List<Bar> bars = new ArrayList<>();

    private Connections() {}

    /** A connection, and what the session calls it; null for one whose opening was not seen. */
    private record Bar(@Nullable Connection opened, DeviceConnection shown) {}

    /** In the order in which they began; one that began before all that is known is the first. */
    public static List<DeviceConnection> of(Past past, List<Step> steps) {
        Connections connections = new Connections();
        past.before().open().forEach(connections::open);
        steps.forEach(connections::take);
        return connections.bars.stream().map(Bar::shown).toList();
    }

    /** The connection that was open at a moment; of several the newest. */
    public static Optional<DeviceConnection> at(List<DeviceConnection> connections, Instant time) {
        return connections.stream()
                .filter(each -> (each.from() == null || !each.from().isAfter(time))
                        && (each.to() == null || each.to().isAfter(time)))
                .reduce((first, second) -> second);
    }

    private void take(Step step) {
        Happening happening = step.step().happening();
        if (happening instanceof Happening.Opened opened) {
            open(opened.connection());
        } else if (happening instanceof Happening.Ended ended) {
            end(ended, step.event());
        } else if (step.event().getType() == EventType.SUBSCRIBED) {
            subscribe(step.event());
        }
        endReplaced(step);
    }

    private void open(Connection connection) {
        bars.add(new Bar(
                connection,
                new DeviceConnection(
                        connection.openedAt(),
                        null,
                        null,
                        false,
                        null,
                        connection.node(),
                        connection.address(),
                        connection.id(),
                        false)));
    }

    private void end(Happening.Ended ended, ConnectionEvent event) {
        int index = ended.connection().map(this::indexOf).orElse(-1);
        DeviceConnection begun = index < 0 ? unseen(event) : bars.get(index).shown();
        DeviceConnection shown = new DeviceConnection(
                begun.from(),
                ended.at(),
                ended.ending().category(),
                ended.ending().derived(),
                event.getRawReason(),
                begun.node() == null ? event.getNode() : begun.node(),
                begun.address() == null ? event.getPeerAddress() : begun.address(),
                begun.connectionId() == null ? event.getConnectionId() : begun.connectionId(),
                begun.subscribed());
        if (index < 0) {
            bars.add(placeOf(shown), new Bar(null, shown));
        } else {
            bars.set(index, new Bar(null, shown));
        }
    }

    private static DeviceConnection unseen(ConnectionEvent event) {
        return new DeviceConnection(event.getConnectedAt(), null, null, false, null, null, null, null, false);
    }

    /** Before those that began after its end, or after its beginning where that is known. */
    private int placeOf(DeviceConnection shown) {
        Instant begun = shown.from() == null ? shown.to() : shown.from();
        int place = bars.size();
        while (place > 0 && begun != null && isAfter(bars.get(place - 1).shown().from(), begun)) {
            place--;
        }
        return place;
    }

    private static boolean isAfter(@Nullable Instant from, Instant begun) {
        return from != null && from.isAfter(begun);
    }

    private void subscribe(ConnectionEvent event) {
        for (int i = bars.size() - 1; i >= 0; i--) {
            DeviceConnection shown = bars.get(i).shown();
            boolean isMeant =
                    event.getConnectionId() == null || event.getConnectionId().equals(shown.connectionId());
            if (shown.online() && isMeant) {
                bars.set(i, new Bar(bars.get(i).opened(), subscribed(shown)));
                return;
            }
        }
    }

    /** Those that the session no longer holds ended unreported when the next one took their place. */
    private void endReplaced(Step step) {
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            if (bar.opened() != null && !holds(step.step().session().open(), bar.opened())) {
                Instant next = i + 1 < bars.size() ? bars.get(i + 1).shown().from() : null;
                bars.set(
                        i,
                        new Bar(
                                null,
                                replaced(
                                        bar.shown(),
                                        next == null ? step.step().happening().at() : next)));
            }
        }
    }

    private int indexOf(Connection connection) {
        for (int i = 0; i < bars.size(); i++) {
            if (bars.get(i).opened() == connection) {
                return i;
            }
        }
        return -1;
    }

    /** The same one: in a source whose clock ticks in seconds two may be equal. */
    private static boolean holds(List<Connection> open, Connection connection) {
        return open.stream().anyMatch(each -> each == connection);
    }

    private static DeviceConnection replaced(DeviceConnection shown, Instant at) {
        return new DeviceConnection(
                shown.from(),
                at,
                null,
                false,
                null,
                shown.node(),
                shown.address(),
                shown.connectionId(),
                shown.subscribed());
    }

    private static DeviceConnection subscribed(DeviceConnection shown) {
        return new DeviceConnection(
                shown.from(),
                shown.to(),
                shown.category(),
                shown.derived(),
                shown.rawReason(),
                shown.node(),
                shown.address(),
                shown.connectionId(),
                true);
    }
}
