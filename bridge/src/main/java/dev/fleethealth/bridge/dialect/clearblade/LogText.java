package dev.fleethealth.bridge.dialect.clearblade;

import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

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
        return check(decode(payload).strip());
    }

    /** @throws MalformedMessageException if it is no line of text */
    static String check(String line) throws MalformedMessageException {
        if (line.isEmpty() || line.length() > MAX_BYTES || line.chars().anyMatch(LogText::isControl)) {
            throw new MalformedMessageException("expected JSON or one line of a log, found other text");
        }
        return line;
    }

    private static boolean isControl(int character) {
        return character != '\t' && Character.isISOControl(character);
    }

    private static String decode(byte[] payload) throws MalformedMessageException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedMessageException("the payload is not UTF-8");
        }
    }
}
