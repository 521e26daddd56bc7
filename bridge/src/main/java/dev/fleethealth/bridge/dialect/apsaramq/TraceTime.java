package dev.fleethealth.bridge.dialect.apsaramq;

import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;

/**
 * The time of a trace record: {@code 2021-05-21 15:51:54.867}, without a zone. It is China standard time: in the API's
 * own example that record answers a query that begins at 1621580400000, which is 15:00 of that day in China.
 */
final class TraceTime {
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss[.SSS]", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final int YEAR_DIGITS = 4;

    private TraceTime() {}

    static Instant parse(String text) throws MalformedMessageException {
        try {
            // the pattern accepts longer and negative years too
            if (text.indexOf('-') != YEAR_DIGITS) {
                throw malformed();
            }
            Instant time = LocalDateTime.parse(text, FORMAT).toInstant(CHINA);
            if (time.isBefore(Instant.EPOCH)) {
                throw malformed();
            }
            return time;
        } catch (DateTimeParseException e) {
            throw malformed();
        }
    }

    private static MalformedMessageException malformed() {
        return new MalformedMessageException(
                "field Time: expected yyyy-MM-dd HH:mm:ss.SSS since 1970, found other text");
    }
}
