package dev.fleethealth.bridge.dialect.clearblade;

import dev.fleethealth.bridge.dialect.StrictUtf8;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;

/** One line of a log as bytes: UTF-8 without control characters, within bounds. */
final class LogText {
    /** Longest line, in bytes; longer than any that holds a client id of the longest kind. */
    static final int MAX_BYTES = 16 * 1024;

    private LogText() {}

    static String read(byte[] payload) throws MalformedMessageException {
        if (payload.length > MAX_BYTES) {
            throw new MalformedMessageException(
                    "the line has %d bytes; at most %d are read".formatted(payload.length, MAX_BYTES));
        }
        String line =
                StrictUtf8.decode(payload).orElseThrow(() -> new MalformedMessageException("the payload is not UTF-8"));
        return check(line.strip());
    }

    /** @throws MalformedMessageException if it is no line of text */
    static String check(String line) throws MalformedMessageException {
        if (line.isEmpty() || line.length() > MAX_BYTES || hasControlCharacters(line)) {
            throw new MalformedMessageException("expected JSON or one line of a log, found other text");
        }
        return line;
    }

    private static boolean hasControlCharacters(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) != '\t' && Character.isISOControl(line.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
