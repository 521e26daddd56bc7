package dev.fleethealth.bridge.dialect.hivemq;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.util.Map;
import java.util.Optional;

/** What stands behind {@code Client ID: X, IP: }: the address, and what happened. */
final class ClientLine {
    private static final String NONE = "UNKNOWN";
    private static final String GRACEFULLY = " disconnected gracefully.";
    private static final String CLIENTS_REASON = GRACEFULLY + " Reason given by client: ";
    private static final String UNGRACEFULLY = " disconnected ungracefully.";
    private static final String WAS_DISCONNECTED = " was disconnected. reason: ";
    private static final String UNGRACEFULLY_FROM = " disconnected ungracefully from ";
    private static final String PORT = " on port: ";
    private static final String CLEAN_START = ", Clean Start: ";
    private static final String SESSION_EXPIRY = ", Session Expiry: ";
    private static final String CONNECTED = " connected.";

    private ClientLine() {}

    /** Absent if HiveMQ writes no such line. */
    static Optional<ConnectionEvent.Builder> read(String id, String rest) {
        int space = rest.indexOf(' ');
        if (space > 1 && rest.startsWith(CLEAN_START, space - 1) && rest.endsWith(CONNECTED)) {
            int settings = space - 1 + CLEAN_START.length();
            return connected(id, rest.substring(settings, Math.max(settings, rest.length() - CONNECTED.length())))
                    .map(draft -> address(draft, rest.substring(0, space - 1)));
        }
        return space < 1
                ? Optional.empty()
                : ended(id, rest.substring(space)).map(draft -> address(draft, rest.substring(0, space)));
    }

    private static Optional<ConnectionEvent.Builder> connected(String id, String settings) {
        int expiry = settings.indexOf(SESSION_EXPIRY);
        String cleanStart = expiry < 0 ? "" : settings.substring(0, expiry);
        String seconds = expiry < 0 ? "" : settings.substring(expiry + SESSION_EXPIRY.length());
        boolean flag = cleanStart.equals("true") || cleanStart.equals("false") || cleanStart.equals(NONE);
        if (!flag || !seconds.equals(NONE) && !isNumber(seconds)) {
            return Optional.empty();
        }
        ConnectionEvent.Builder draft =
                ConnectionEvent.newBuilder().setType(EventType.CONNECTED).setClientId(id);
        known(cleanStart).map(Boolean::valueOf).ifPresent(draft::setCleanStart);
        known(seconds).map(Long::valueOf).ifPresent(draft::setSessionExpirySeconds);
        return Optional.of(draft);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Optional<ConnectionEvent.Builder> ended(String id, String what) {
        if (what.equals(GRACEFULLY)) {
            return Optional.of(EventLogReasons.gracefully(id));
        }
        if (what.startsWith(CLIENTS_REASON)) {
            return Optional.of(EventLogReasons.gracefully(id)
                    .setAttributes(Map.of("reasonString", what.substring(CLIENTS_REASON.length()))));
        }
        if (what.startsWith(WAS_DISCONNECTED) && what.endsWith(".")) {
            return Optional.of(
                    EventLogReasons.byBroker(id, what.substring(WAS_DISCONNECTED.length(), what.length() - 1)));
        }
        return what.equals(UNGRACEFULLY) ? Optional.of(EventLogReasons.ungracefully(id)) : ungracefullyFrom(id, what);
    }

    private static Optional<ConnectionEvent.Builder> ungracefullyFrom(String id, String what) {
        int port = what.startsWith(UNGRACEFULLY_FROM) && what.endsWith(".") ? what.lastIndexOf(PORT) : -1;
        return port <= UNGRACEFULLY_FROM.length()
                ? Optional.empty()
                : Optional.of(EventLogReasons.ungracefully(id)
                        .setAttributes(Map.of(
                                "listener.type", what.substring(UNGRACEFULLY_FROM.length(), port),
                                "listener.port", what.substring(port + PORT.length(), what.length() - 1))));
    }

    private static ConnectionEvent.Builder address(ConnectionEvent.Builder draft, String address) {
        known(address).ifPresent(draft::setPeerAddress);
        return draft;
    }

    /** HiveMQ prints a word for what it does not know; of client ids it is decided elsewhere. */
    static Optional<String> known(String value) {
        return value.equals(NONE) ? Optional.empty() : Optional.of(value);
    }
}
