package dev.fleethealth.bridge.dialect.log;

import dev.fleethealth.bridge.dialect.StrictUtf8;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.bridge.dialect.time.LeadingTime;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a log.
 *
 * @param at the time at its start; absent where the log has none, or in a form that is not read
 * @param text what follows the time: never empty, and without control characters other than tabs
 */
public record LogLine(Optional<Instant> at, String text) {
    /** Longest line, in bytes. */
    public static final int MAX_BYTES = 16 * 1024;

    /**
     * Reads {@code <time>: <text>} or {@code <time> - <text>} or just the text.
     *
     * @throws MalformedMessageException if it is not one line of UTF-8 text, or longer than any broker writes
     */
    public static LogLine read(byte[] payload) throws MalformedMessageException {
        if (payload.length > MAX_BYTES) {
            throw new MalformedMessageException(
                    "the line has %d bytes; at most %d are read".formatted(payload.length, MAX_BYTES));
        }
        String line =
                StrictUtf8.decode(payload).orElseThrow(() -> new MalformedMessageException("the line is not UTF-8"));
        if (hasControlCharacters(line)) {
            throw new MalformedMessageException("expected one line of text, found control characters");
        }
        Optional<LeadingTime> time = LeadingTime.read(line);
        int start = time.map(found -> textStart(line, found.end())).orElse(0);
        if (start == line.length()) {
            throw new MalformedMessageException("expected a line of text, found nothing");
        }
        return new LogLine(start == 0 ? Optional.empty() : time.map(LeadingTime::at), line.substring(start));
    }

    private static int textStart(String line, int timeEnd) {
        int mark = timeEnd;
        while (mark < line.length() && line.charAt(mark) == ' ') {
            mark++;
        }
        return line.startsWith(": ", mark) || line.startsWith("- ", mark) ? mark + 2 : 0;
    }

    private static boolean hasControlCharacters(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c < ' ' && c != '\t' || c >= 0x7f && c < 0xa0) {
                return true;
            }
        }
        return false;
    }
}
