package dev.fleethealth.streams.session;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.session.Ending.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a device's session from one event to the next. Events must come in {@link EventOrder}; what the order of
 * arrival was does not matter.
 */
public final class SessionTracker {
    /** Logs tick in seconds. */
    private static final Duration SECOND_REPORT_WITHIN = Duration.ofSeconds(2);

    private final CategoryDerivation derivation;

    /** @param rules what has to be known of each source, by dialect id */
    public SessionTracker(Map<String, SourceRules> rules) {
        this.derivation = new CategoryDerivation(rules);
    }

    /** The session after an event, and what the event meant. */
    public record Step(Session session, Happening happening) {}

    public Step apply(Session before, DeviceEvent event) {
        return switch (event.type()) {
            case CONNECTED -> connected(before, event);
            case DISCONNECTED -> disconnected(before, event);
            case CONNECT_FAILED -> refused(before, event);
            case SESSION_EXPIRED -> expired(before, event);
            case SUBSCRIBED, UNSUBSCRIBED, BROKER_STARTED, BROKER_STOPPING -> noted(before, event);
        };
    }

    private static Step connected(Session before, DeviceEvent event) {
        Connection connection = Connection.openedBy(event);
        if (isKnownToBeOpen(before, event) || isOvertaken(before, connection)) {
            return noted(before, event);
        }
        Session after = new Session(
                laterOf(before, event),
                OpenConnections.plus(before.open(), connection),
                before.lastEnd(),
                Recent.endings(before.recentEndings(), event.at()),
                Recent.attempts(before.recentAttempts(), event.at()));
        return new Step(after, new Happening.Opened(event, before, connection));
    }

    private static boolean isKnownToBeOpen(Session before, DeviceEvent event) {
        return event.connectionId() != null
                && OpenConnections.byId(before.open(), event.connectionId()).isPresent();
    }

    /** A report so late that a newer connection, or the end of this one, is already known. */
    private static boolean isOvertaken(Session before, Connection connection) {
        Ending last = before.lastEnd();
        return (last != null && connection.openedAt().isBefore(last.at()))
                || before.current()
                        .filter(current -> current.isNewerThan(connection))
                        .isPresent();
    }

    private Step disconnected(Session before, DeviceEvent event) {
        Optional<Connection> ended = OpenConnections.endedBy(before.open(), event);
        if (isSecondReport(before, event, ended)) {
            return noted(before, event);
        }
        Category category = derivation.derive(event, ended, before);
        if (Refusals.isOne(category, before)) {
            return refused(before, event);
        }
        Ending ending = new Ending(
                Kind.SESSION, event.at(), category, category != event.reportedCategory(), event.connectionId());
        Session after = new Session(
                laterOf(before, event),
                ended.map(connection -> OpenConnections.minus(before.open(), connection))
                        .orElse(before.open()),
                laterOf(before.lastEnd(), ending),
                Recent.endings(before.recentEndings(), ending),
                before.recentAttempts());
        return new Step(after, new Happening.Ended(event, before, ended, ending));
    }

    /** Some brokers tell the end of one connection twice: why it ended, then the close of the socket. */
    private static boolean isSecondReport(Session before, DeviceEvent event, Optional<Connection> ended) {
        if (event.connectionId() != null) {
            return ended.isEmpty()
                    && before.recentEndings().stream()
                            .anyMatch(ending -> event.connectionId().equals(ending.connectionId()));
        }
        return event.reportedCategory() == Category.NETWORK_LOST
                && before.recentEndings().stream().anyMatch(ending -> isLossOf(ending, event, before, ended));
    }

    /** Without identity: a loss right behind an end, while nothing is open, or only what has just taken over. */
    private static boolean isLossOf(Ending first, DeviceEvent event, Session before, Optional<Connection> ended) {
        boolean justTakenOver = first.category() == Category.SESSION_TAKEN_OVER
                && !first.derived()
                && before.open().size() == 1
                && ended.filter(connection -> isSoonAfter(connection.openedAt(), event.at()))
                        .isPresent();
        return first.kind() == Kind.SESSION
                && isSoonAfter(first.at(), event.at())
                && (ended.isEmpty() || justTakenOver);
    }

    private static boolean isSoonAfter(Instant first, Instant second) {
        return !second.isBefore(first) && !second.isAfter(first.plus(SECOND_REPORT_WITHIN));
    }

    private static Step refused(Session before, DeviceEvent event) {
        Ending ending = new Ending(Kind.ATTEMPT, event.at(), event.reportedCategory(), false, event.connectionId());
        Session after = new Session(
                laterOf(before, event),
                before.open(),
                before.lastEnd(),
                Recent.endings(before.recentEndings(), ending),
                Recent.attempts(before.recentAttempts(), event.at()));
        return new Step(after, new Happening.Refused(event, before, ending));
    }

    /** The broker forgot an offline device: when it comes back, that is a planned new session. */
    private static Step expired(Session before, DeviceEvent event) {
        if (before.isOnline()) {
            return noted(before, event);
        }
        Ending ending = new Ending(Kind.SESSION, event.at(), Category.SESSION_EXPIRED, false, null);
        Session after = new Session(
                laterOf(before, event),
                before.open(),
                laterOf(before.lastEnd(), ending),
                before.recentEndings(),
                before.recentAttempts());
        return new Step(after, new Happening.Noted(event, before));
    }

    private static Step noted(Session before, DeviceEvent event) {
        Session after = new Session(
                laterOf(before, event),
                before.open(),
                before.lastEnd(),
                before.recentEndings(),
                before.recentAttempts());
        return new Step(after, new Happening.Noted(event, before));
    }

    private static Instant laterOf(Session before, DeviceEvent event) {
        Instant seen = before.seenAt();
        return seen == null || event.at().isAfter(seen) ? event.at() : seen;
    }

    private static Ending laterOf(@Nullable Ending last, Ending ending) {
        return last == null || !ending.at().isBefore(last.at()) ? ending : last;
    }
}
