package dev.fleethealth.bridge.dialect.mosquitto;

import dev.fleethealth.schemas.ConnectionEvent;
import java.util.List;
import java.util.Optional;

/** {@code Client connection from IP <what was wrong>.}: refused before a CONNECT could be read, the same in all versions. */
final class RefusedLine {
    private static final String START = "Client connection from ";
    private static final String FAILED = " failed: ";
    private static final List<String> ENDINGS =
            List.of(" denied: max_connections exceeded.", " denied access by tcpd.");

    private RefusedLine() {}

    /** Absent if it is no such line. */
    static Optional<ConnectionEvent.Builder> read(String text) {
        int addressEnd = text.startsWith(START) ? text.indexOf(' ', START.length()) : -1;
        if (addressEnd <= START.length()) {
            return Optional.empty();
        }
        String rest = text.substring(addressEnd);
        return draft(rest).map(draft -> draft.setPeerAddress(text.substring(START.length(), addressEnd)));
    }

    private static Optional<ConnectionEvent.Builder> draft(String rest) {
        if (ENDINGS.contains(rest)) {
            return Optional.of(LogReasons.ofUnknownClient(rest.substring(1, rest.length() - 1)));
        }
        return rest.startsWith(FAILED) && rest.endsWith(".")
                ? Optional.of(LogReasons.ofUnknownClient("failed")
                        .setRawReason(rest.substring(FAILED.length(), rest.length() - 1)))
                : Optional.empty();
    }
}
