package dev.fleethealth.bridge.dialect.json;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Times without a zone, such as {@code 2021-05-21 15:51:54.867}, since 1970. */
public final class WallTime {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss[.SSS]", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final int YEAR_DIGITS = 4;

    private WallTime() {}

    /**
     * @param field what the message of an error calls the text
     * @param zone that of the clock on the wall
     */
    public static Instant parse(String field, String text, ZoneOffset zone) throws MalformedMessageException {
        try {
            // the pattern accepts longer and negative years too
            if (text.indexOf('-') != YEAR_DIGITS) {
                throw malformed(field);
            }
            Instant time = LocalDateTime.parse(text, FORMAT).toInstant(zone);
            if (time.isBefore(Instant.EPOCH)) {
                throw malformed(field);
            }
            return time;
        } catch (DateTimeParseException e) {
            throw malformed(field);
        }
    }

    private static MalformedMessageException malformed(String field) {
        return new MalformedMessageException(
                "field %s: expected yyyy-MM-dd HH:mm:ss.SSS since 1970, found other text".formatted(field));
    }
}
