package dev.fleethealth.bridge.mapped;

import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.bridge.dialect.json.Rfc3339;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** How a broker writes times. */
enum TimeFormat {
    EPOCH_MILLIS("epoch milliseconds"),
    /** Fractions too. */
    EPOCH_SECONDS("epoch seconds"),
    /** With a zone, as in RFC 3339. */
    ISO_8601("a time such as 2026-11-20T06:00:00Z");

    /** The year 9999. */
    private static final long LAST_EPOCH_MILLI = 253_402_300_799_999L;

    private static final int LONGEST = 40;

    private final String expected;

    TimeFormat(String expected) {
        this.expected = expected;
    }

    String expected() {
        return expected;
    }

    /** Absent if the text is no time from 1970 to 9999 in this format. */
    Optional<Instant> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return switch (this) {
                case EPOCH_MILLIS -> epoch(new BigDecimal(plain(text)));
                case EPOCH_SECONDS -> epoch(new BigDecimal(plain(text)).movePointRight(3));
                case ISO_8601 -> Optional.of(Rfc3339.parse("", text));
            };
        } catch (MalformedMessageException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> epoch(BigDecimal millis) {
        boolean inRange = millis.compareTo(BigDecimal.valueOf(LAST_EPOCH_MILLI)) <= 0;
        return inRange ? Optional.of(Instant.ofEpochMilli(millis.longValue())) : Optional.empty();
    }

    /** Without signs and exponents: {@code 1e999999999} would take the memory of a program. */
    private static String plain(String text) {
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.')) {
            throw new NumberFormatException();
        }
        return text;
    }
}
