package dev.fleethealth.streams.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What an event meant for the device, once it is seen in its place among the others. */
public sealed interface Happening {

    /** The event behind it. */
    DeviceEvent event();

    /** The device's session before it happened. */
    Session before();

    default Instant at() {
        return event().at();
    }

    /**
     * A connection opened.
     *
     * @param connection the new one
     */
    record Opened(DeviceEvent event, Session before, Connection connection) implements Happening {

        /**
         * Whether a known device came back from a session that ended unplanned, or that was still open (detection.md
         * §1). First connections and planned wake-ups are not.
         */
        public boolean isUnplannedReconnect() {
            if (!before.isKnown()) {
                return false;
            }
            Ending last = before.lastEnd();
            return before.isOnline() || (last != null && !last.isPlanned());
        }

        /** Time from the end of the last session to this connection; empty where none has ended or it is still open. */
        public Optional<Duration> gapSinceLastEnd() {
            Ending last = before.lastEnd();
            return last == null || before.isOnline()
                    ? Optional.empty()
                    : Optional.of(Duration.between(last.at(), event.at()));
        }
    }

    /**
     * A session ended.
     *
     * @param connection the one that ended; empty where its opening was not seen
     */
    record Ended(DeviceEvent event, Session before, Optional<Connection> connection, Ending ending)
            implements Happening {

        /** Whether the device has no connection left: the end of an old one, when a newer is open, takes nothing away. */
        public boolean leavesOffline() {
            for (Connection open : before.open()) {
                if (connection.isEmpty() || open.isNewerThan(connection.get())) {
                    return false;
                }
            }
            return true;
        }

        /**
         * The connection that opened at the moment of a planned end, or so shortly before it that the reports only tell
         * the two in the wrong order. It is a planned wake-up, and no reconnect while the old one was still open.
         */
        public Optional<Connection> plannedNext() {
            return ending.isPlanned()
                    ? OpenConnections.after(before.open(), connection).stream()
                            .findFirst()
                            .filter(next -> next.isOpenedJustBefore(event.at()))
                    : Optional.empty();
        }
    }

    /** An attempt to connect was refused. */
    record Refused(DeviceEvent event, Session before, Ending ending) implements Happening {}

    /** Anything else that happened to the device or its broker: a subscription, a broker that starts or stops. */
    record Noted(DeviceEvent event, Session before) implements Happening {}
}
