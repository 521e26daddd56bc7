package dev.fleethealth.streams.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as scenarios write them: {@code +90s}, {@code -1h30m}, {@code +250ms}, from a start on a round hour. */
final class Times {
    static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    private static final Pattern PART = Pattern.compile("(\\d+)(ms|s|m|h)");
    private static final Pattern WHOLE = Pattern.compile("([+-]?)((?:\\d+(?:ms|s|m|h))+)");

    private Times() {}

    static Instant at(String text) {
        return START.plus(length(text));
    }

    static Duration length(String text) {
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            throw new IllegalArgumentException("\"" + text + "\": expected a time such as +90s, -1h30m or +250ms");
        }
        Duration sum = PART.matcher(whole.group(2))
                .results()
                .map(part -> ofUnit(Long.parseLong(part.group(1)), part.group(2)))
                .reduce(Duration.ZERO, Duration::plus);
        return whole.group(1).equals("-") ? sum.negated() : sum;
    }

    private static Duration ofUnit(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    /** For messages: how far from the start. */
    static String words(Instant time) {
        return "%+.3f s".formatted(Duration.between(START, time).toMillis() / 1_000.0);
    }
}
