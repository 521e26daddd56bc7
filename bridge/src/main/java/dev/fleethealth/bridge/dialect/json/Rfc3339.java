package dev.fleethealth.bridge.dialect.json;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** Times such as {@code 2026-11-20T06:00:00.123456Z}, to the millisecond. */
public final class Rfc3339 {
    private static final int YEAR_DIGITS = 4;

    private Rfc3339() {}

    /** @param where what the message of an error calls the text */
    public static Instant parse(String where, String text) throws MalformedMessageException {
        try {
            // ISO 8601 has longer and negative years too
            if (text.indexOf('-') == YEAR_DIGITS) {
                Instant time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
                if (!time.isBefore(Instant.EPOCH)) {
                    return time;
                }
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw new MalformedMessageException(where + ": expected an RFC 3339 time since 1970, found other text");
    }
}
