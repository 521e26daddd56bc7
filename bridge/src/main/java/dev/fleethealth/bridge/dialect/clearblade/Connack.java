package dev.fleethealth.bridge.dialect.clearblade;

import dev.fleethealth.bridge.dialect.reason.Reason;
import dev.fleethealth.bridge.dialect.reason.ReasonTable;
import dev.fleethealth.bridge.dialect.reason.Situation;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The return code of a CONNACK that a log line speaks of: {@code connack rc4}, {@code CONNACK Return Code 2}, {@code
 * connack code: 0x05}. ClearBlade uses MQTT 3.1.1's codes 0 to 5, and 0x13 "for all other events".
 */
record Connack(int code) {
    private static final ReasonTable REASONS = ReasonTable.load("/dialects/mqtt/mqtt311.csv");
    private static final Pattern CODE = Pattern.compile(
            "\\bconnack\\b[\\s:=(]{0,3}+(?:with\\s)?+(?:return\\s|reason\\s)?+(?:code|rc)?+[\\s:=#]{0,3}+(?:0x([0-9a-f]{1,2})|(\\d{1,3}))\\b",
            Pattern.CASE_INSENSITIVE);

    static Optional<Connack> find(String words) {
        if (!words.toLowerCase(Locale.ROOT).contains("connack")) {
            return Optional.empty(); // looking for a word is much faster than looking for a pattern
        }
        Matcher code = CODE.matcher(words);
        if (!code.find()) {
            return Optional.empty();
        }
        String hex = code.group(1);
        return Optional.of(new Connack(hex == null ? Integer.parseInt(code.group(2)) : Integer.parseInt(hex, 16)));
    }

    boolean accepted() {
        return code == 0;
    }

    Reason reason() {
        return REASONS.lookup(Integer.toString(code), Situation.CONNECT);
    }
}
