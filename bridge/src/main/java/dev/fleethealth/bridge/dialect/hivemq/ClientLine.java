package dev.fleethealth.bridge.dialect.hivemq;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
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
    private static final Pattern CONNECTED = Pattern.compile(
            "([^ ,]+), Clean Start: (true|false|UNKNOWN), Session Expiry: ([0-9]{1,10}|UNKNOWN) connected\\.");
    private static final Pattern UNGRACEFULLY_FROM =
            Pattern.compile("([^ ,]+) disconnected ungracefully from (.{1,64}) on port: (-?[0-9]{1,5})\\.");

    private ClientLine() {}

    /** Absent if HiveMQ writes no such line. */
    static Optional<ConnectionEvent.Builder> read(String id, String rest) {
        if (rest.endsWith(" connected.") && rest.contains(", Clean Start: ")) {
            return connected(id, rest);
        }
        int address = rest.indexOf(' ');
        return address < 1
                ? Optional.empty()
                : ended(id, rest, rest.substring(address)).map(draft -> address(draft, rest.substring(0, address)));
    }

    private static Optional<ConnectionEvent.Builder> connected(String id, String rest) {
        Matcher matcher = CONNECTED.matcher(rest);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        ConnectionEvent.Builder draft =
                ConnectionEvent.newBuilder().setType(EventType.CONNECTED).setClientId(id);
        known(matcher.group(2)).map(Boolean::valueOf).ifPresent(draft::setCleanStart);
        known(matcher.group(3)).map(Long::valueOf).ifPresent(draft::setSessionExpirySeconds);
        return Optional.of(address(draft, matcher.group(1)));
    }

    private static Optional<ConnectionEvent.Builder> ended(String id, String rest, String what) {
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
        return what.equals(UNGRACEFULLY) ? Optional.of(EventLogReasons.ungracefully(id)) : ungracefullyFrom(id, rest);
    }

    private static Optional<ConnectionEvent.Builder> ungracefullyFrom(String id, String rest) {
        Matcher matcher = UNGRACEFULLY_FROM.matcher(rest);
        return matcher.matches()
                ? Optional.of(EventLogReasons.ungracefully(id)
                        .setAttributes(Map.of("listener.type", matcher.group(2), "listener.port", matcher.group(3))))
                : Optional.empty();
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
