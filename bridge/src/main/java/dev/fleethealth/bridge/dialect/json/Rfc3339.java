package dev.fleethealth.bridge.dialect.json;

import dev.fleethealth.bridge.dialect.time.LeadingTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Times such as {@code 2026-11-20T06:00:00.123456Z}, to the millisecond. */
public final class Rfc3339 {
    private static final int YEAR_DIGITS = 4;
    private static final int DATE_LENGTH = "yyyy-MM-dd".length();

    private Rfc3339() {}

    /** @param where what the message of an error calls the text */
    public static Instant parse(String where, String text) throws MalformedMessageException {
        Optional<Instant> usual = usual(text);
        if (usual.isPresent()) {
            return usual.get();
        }
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

    /** The usual form in UTC, which takes a fraction of the time when read this way; absent for every other one. */
    private static Optional<Instant> usual(String text) {
        boolean utc = text.endsWith("Z") && text.indexOf('T') == DATE_LENGTH && text.indexOf(',') < 0;
        return utc
                ? LeadingTime.read(text)
                        .filter(time -> time.end() == text.length())
                        .map(time -> time.at().truncatedTo(ChronoUnit.MILLIS))
                : Optional.empty();
    }
}
