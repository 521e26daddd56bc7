package dev.fleethealth.streams.session;

import dev.fleethealth.schemas.Category;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The open connections of a device: which one an event is about, and which are gone though nobody said so. */
final class OpenConnections {
    /** A broker reports the end of a connection that was taken over within moments; after that it never will. */
    private static final Duration SUPERSEDED_KEPT_FOR = Duration.ofSeconds(30);

    /** How long after the new connection the old one may end and still count as taken over. */
    static final Duration TAKEOVER_SLACK = Duration.ofSeconds(2);

    private static final int MOST = 8;

    private OpenConnections() {}

    static Optional<Connection> byId(List<Connection> open, String id) {
        for (Connection connection : open) {
            if (id.equals(connection.id())) {
                return Optional.of(connection);
            }
        }
        return Optional.empty();
    }

    /** Open connections once a new one has opened. */
    static List<Connection> plus(List<Connection> open, Connection added) {
        if (open.isEmpty()) {
            return List.of(added);
        }
        Stream<Connection> kept = open.stream().filter(old -> !isForgotten(open, old, added.openedAt()));
        List<Connection> all = Stream.concat(kept, Stream.of(added)).toList();
        return all.size() <= MOST ? all : all.subList(all.size() - MOST, all.size());
    }

    /** Open connections once one has ended; those that it had replaced are gone with it. */
    static List<Connection> minus(List<Connection> open, Connection ended) {
        return after(open, Optional.of(ended));
    }

    /**
     * Those that opened after a connection, all when it is not among them: its opening was not seen, so it is older. By
     * their place, for in a source whose clock ticks in seconds several may open at the same time.
     */
    static List<Connection> after(List<Connection> open, Optional<Connection> connection) {
        int at = connection.isEmpty() ? -1 : open.indexOf(connection.get());
        return at == open.size() - 1 ? List.of() : List.copyOf(open.subList(at + 1, open.size()));
    }

    /**
     * The connection that an event ends, by identity, else by order number, else by time; empty when it is none of
     * those that are open: then an older one ended, whose opening was not seen or is long replaced.
     */
    static Optional<Connection> endedBy(List<Connection> open, DeviceEvent end) {
        if (open.isEmpty()) {
            return Optional.empty();
        }
        if (end.connectionId() != null && hasAny(open, Connection::id)) {
            return byId(open, end.connectionId());
        }
        if (end.sequence() != null && hasAny(open, Connection::sequence)) {
            return open.stream()
                    .filter(connection -> end.sequence().equals(connection.sequence()))
                    .findFirst();
        }
        return endedByTime(open, end);
    }

    private static boolean hasAny(List<Connection> open, Function<Connection, @Nullable Object> identity) {
        for (Connection connection : open) {
            if (identity.apply(connection) != null) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Connection> endedByTime(List<Connection> open, DeviceEvent end) {
        Optional<Connection> newest = open.stream().reduce((a, b) -> a.isNewerThan(b) ? a : b);
        if (newest.filter(connection -> end.at().isBefore(connection.openedAt()))
                .isPresent()) {
            return open.size() > 1 ? Optional.of(open.get(0)) : Optional.empty();
        }
        boolean justReplaced = newest.filter(
                        connection -> connection.ageAt(end.at()).compareTo(TAKEOVER_SLACK) <= 0)
                .isPresent();
        if (open.size() > 1 && (justReplaced || end.category() == Category.SESSION_TAKEN_OVER)) {
            return Optional.of(open.get(0));
        }
        if (justReplaced && end.category() == Category.SESSION_TAKEN_OVER) {
            return Optional.empty();
        }
        return newest;
    }

    private static boolean isForgotten(List<Connection> open, Connection old, Instant now) {
        return open.stream()
                .anyMatch(newer -> newer.isNewerThan(old)
                        && newer.openedAt().plus(SUPERSEDED_KEPT_FOR).isBefore(now));
    }
}
