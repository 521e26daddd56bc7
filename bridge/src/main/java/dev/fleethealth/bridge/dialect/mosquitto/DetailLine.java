package dev.fleethealth.bridge.dialect.mosquitto;

import java.util.List;

/**
 * Lines that begin like those about connections and only add to one that follows or went before. They must be known:
 * a client id in front of their text could otherwise make them look like the end of another client's connection.
 */
final class DetailLine {
    private static final String NEGOTIATED = " negotiated TLS";
    private static final String CIPHER = " cipher ";
    private static final List<String> ENDINGS = List.of(
            " has exceeded its receive-maximum quota. This behaviour must be fixed on the client.",
            " connected with too large Will payload",
            " sent topic with invalid UTF-8, disconnecting.",
            " appears to be using TLS to connect to a non-TLS listener.");

    private DetailLine() {}

    static boolean isOne(String text) {
        return ENDINGS.stream().anyMatch(text::endsWith) || endsWithCipher(text);
    }

    private static boolean endsWithCipher(String text) {
        int negotiated = text.lastIndexOf(NEGOTIATED);
        int cipher = negotiated < 0 ? -1 : text.indexOf(CIPHER, negotiated);
        return cipher > 0
                && isWord(text, negotiated + NEGOTIATED.length(), cipher)
                && isWord(text, cipher + CIPHER.length(), text.length());
    }

    private static boolean isWord(String text, int from, int to) {
        return from < to && text.substring(from, to).chars().allMatch(DetailLine::isWordCharacter);
    }

    private static boolean isWordCharacter(int c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.';
    }
}
