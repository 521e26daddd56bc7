package dev.fleethealth.bridge.dialect.hivemq;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * {@code Client ID: X session has expired at 2026-11-20 06:11:34. All persistent data for this client has been removed.}:
 * always in UTC, and earlier than the line itself, because HiveMQ looks for expired sessions now and then.
 */
final class ExpiredLine {
    private static final String START = "Client ID: ";
    private static final String EXPIRED = " session has expired at ";
    private static final String END = ". All persistent data for this client has been removed.";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private ExpiredLine() {}

    /** Absent if it is no such line. */
    static Optional<ConnectionEvent.Builder> read(String text) {
        int expired = text.endsWith(END) ? text.lastIndexOf(EXPIRED) : -1;
        if (expired <= START.length()) {
            return Optional.empty();
        }
        return time(text.substring(expired + EXPIRED.length(), text.length() - END.length()))
                .map(at -> ConnectionEvent.newBuilder()
                        .setType(EventType.SESSION_EXPIRED)
                        .setClientId(text.substring(START.length(), expired))
                        .setOccurredAt(at));
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
