package dev.fleethealth.service.config;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Times as people write them: RFC 3339 with an offset, or milliseconds since 1970. */
public final class TimeText {
    private TimeText() {}

    /** @throws IllegalArgumentException when it is neither; the message says what was expected */
    public static Instant parse(String text) {
        if (text.matches("[0-9]{1,15}")) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "expected a time such as 2026-11-20T10:00:00Z, or milliseconds since 1970", e);
        }
    }
}
