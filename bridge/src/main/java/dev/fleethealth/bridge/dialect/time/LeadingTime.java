package dev.fleethealth.bridge.dialect.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The time at the start of a line: whole seconds since 1970 ({@code 1795154492}), or date and time as ISO 8601 and
 * logback write them ({@code 2026-11-20T06:04:16+0000}, {@code 2026-11-20 06:04:16,361}); without an offset it is UTC.
 * No broker logged before 1970.
 *
 * @param end where the time ends in the line
 */
public record LeadingTime(Instant at, int end) {
    /** Enough for every second until the year 5138. */
    private static final int MAX_EPOCH_DIGITS = 11;

    private static final String DATE_TIME = "dddd-dd-ddTdd:dd:dd";
    private static final int MAX_FRACTION_DIGITS = 9;

    /** Absent if the line starts otherwise. */
    public static Optional<LeadingTime> read(String line) {
        return hasDateTime(line) ? dateTime(line) : epochSeconds(line);
    }

    private static Optional<LeadingTime> epochSeconds(String line) {
        int end = digitsEnd(line, 0);
        return end == 0 || end > MAX_EPOCH_DIGITS
                ? Optional.empty()
                : Optional.of(new LeadingTime(Instant.ofEpochSecond(Long.parseLong(line, 0, end, 10)), end));
    }

    private static boolean hasDateTime(String line) {
        if (line.length() < DATE_TIME.length()) {
            return false;
        }
        for (int i = 0; i < DATE_TIME.length(); i++) {
            char c = line.charAt(i);
            boolean matches =
                    switch (DATE_TIME.charAt(i)) {
                        case 'd' -> isDigit(c);
                        case 'T' -> c == 'T' || c == ' ';
                        default -> c == DATE_TIME.charAt(i);
                    };
            if (!matches) {
                return false;
            }
        }
        return true;
    }

    private static Optional<LeadingTime> dateTime(String line) {
        int fractionEnd = fractionEnd(line);
        int end = offsetEnd(line, fractionEnd);
        try {
            ZoneOffset offset = end == fractionEnd ? ZoneOffset.UTC : ZoneOffset.of(line.substring(fractionEnd, end));
            Instant at = local(line, fractionEnd).toInstant(offset);
            return at.isBefore(Instant.EPOCH) ? Optional.empty() : Optional.of(new LeadingTime(at, end));
        } catch (DateTimeException e) {
            return Optional.empty(); // no such day, hour or offset
        }
    }

    private static LocalDateTime local(String line, int fractionEnd) {
        return LocalDateTime.of(
                number(line, 0, 4),
                number(line, 5, 7),
                number(line, 8, 10),
                number(line, 11, 13),
                number(line, 14, 16),
                number(line, 17, 19),
                nanos(line, DATE_TIME.length() + 1, fractionEnd));
    }

    private static int fractionEnd(String line) {
        int start = DATE_TIME.length();
        boolean marked = start < line.length() && (line.charAt(start) == '.' || line.charAt(start) == ',');
        int end = marked ? digitsEnd(line, start + 1) : start;
        int digits = end - start - 1;
        return digits >= 1 && digits <= MAX_FRACTION_DIGITS ? end : start;
    }

    private static int nanos(String line, int from, int to) {
        int nanos = 0;
        for (int i = from; i < from + MAX_FRACTION_DIGITS; i++) {
            nanos = nanos * 10 + (i < to ? line.charAt(i) - '0' : 0);
        }
        return nanos;
    }

    /** Where {@code Z}, {@code +01}, {@code +0100} or {@code +01:00} ends. */
    private static int offsetEnd(String line, int start) {
        if (start == line.length()) {
            return start;
        }
        char sign = line.charAt(start);
        if (sign != '+' && sign != '-') {
            return sign == 'Z' ? start + 1 : start;
        }
        int hours = digitsEnd(line, start + 1);
        boolean colon = hours == start + 3 && hours < line.length() && line.charAt(hours) == ':';
        int end = colon ? digitsEnd(line, hours + 1) : hours;
        return colon && end == hours + 1 ? hours : end;
    }

    private static int digitsEnd(String line, int start) {
        int end = start;
        while (end < line.length() && isDigit(line.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int number(String line, int from, int to) {
        return Integer.parseInt(line, from, to, 10);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
