package dev.fleethealth.schemas;

import org.jspecify.annotations.NullMarked;

/**
 * Key of a {@link ConnectionEvent} on Kafka: the fleet, U+001F and the client id, or the peer address where the broker
 * named no client. All events of one device share it, so one partition sees the whole device, in order.
 */
@NullMarked
public final class ConnectionEventKey {
    /** Unit separator: a control character that no broker allows in a client id's neighbourhood. */
    public static final char SEPARATOR = '\u001f';

    private ConnectionEventKey() {}

    public static String of(ConnectionEvent event) {
        return of(event.getFleet(), subject(event));
    }

    public static String of(String fleet, String subject) {
        return fleet + SEPARATOR + subject;
    }

    private static String subject(ConnectionEvent event) {
        if (event.getClientId() != null) {
            return event.getClientId();
        }
        return event.getPeerAddress() == null ? "" : event.getPeerAddress();
    }
}
