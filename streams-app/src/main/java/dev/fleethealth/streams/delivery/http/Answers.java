package dev.fleethealth.streams.delivery.http;

import dev.fleethealth.streams.delivery.CallOutcome;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What an HTTP status means for a call. A request that is wrong in itself (400, 413, 422) is refused for good; all other failures
 * lie with the target, the network or the configuration, and may pass: no page is lost over an expired secret.
 */
public final class Answers {
    /** The target can't hold a lane back for longer than that. */
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** Where the target says only that it has too much. */
    static final Duration USUAL_PAUSE = Duration.ofSeconds(30);

    private static final int LONGEST_DETAIL = 200;

    private Answers() {}

    /**
     * Reads an answer.
     *
     * @param retryAfter the header {@code Retry-After}: seconds or an HTTP date
     * @param body its beginning
     */
    public static CallOutcome read(int status, Optional<String> retryAfter, String body, Instant now) {
        if (status >= 200 && status < 300) {
            return new CallOutcome.Delivered();
        }
        String why = "HTTP " + status + (body.isBlank() ? "" : ": " + oneLine(body));
        return switch (status) {
            case 400, 413, 422 -> new CallOutcome.Refused(why);
            case 429 ->
                new CallOutcome.TryLater(
                        why, retryAfter.flatMap(text -> pause(text, now)).or(() -> Optional.of(USUAL_PAUSE)));
            default -> new CallOutcome.TryLater(why, retryAfter.flatMap(text -> pause(text, now)));
        };
    }

    private static Optional<Duration> pause(String retryAfter, Instant now) {
        return waitOf(retryAfter.strip(), now)
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .map(wait -> wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait);
    }

    private static Optional<Duration> waitOf(String retryAfter, Instant now) {
        if (retryAfter.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
        }
        try {
            return Optional.of(Duration.between(
                    now,
                    ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String oneLine(String body) {
        String line = body.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return line.length() > LONGEST_DETAIL ? line.substring(0, LONGEST_DETAIL) + "…" : line;
    }
}
