package dev.fleethealth.streams.delivery;

import static dev.fleethealth.streams.delivery.InvalidSilenceException.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A silence that someone asks for while the program runs. Stricter than one of the configuration, for nobody reviews it: it must
 * match something less than everything by mistake, end, and say who wants it and why.
 *
 * @param id that of a silence to replace, or a new one of letters, digits, {@code .}, {@code _} and {@code -}, at most 64; made up
 *     when absent
 * @param match at least one list is not empty; at most {@value #MOST_NAMES} names each, of 1 to {@value #LONGEST_NAME} characters
 * @param from now when absent
 * @param until later than now and than the beginning, at most 90 d after it
 * @param author 1 to {@value #LONGEST_AUTHOR} characters
 * @param comment 1 to {@value #LONGEST_COMMENT} characters
 */
public record SilenceRequest(
        Optional<String> id, AlertMatch match, Optional<Instant> from, Instant until, String author, String comment) {
    static final int MOST_NAMES = 100;
    static final int LONGEST_NAME = 1_000;
    static final int LONGEST_AUTHOR = 200;
    static final int LONGEST_COMMENT = 1_000;
    static final Duration LONGEST = Duration.ofDays(90);

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** @throws InvalidSilenceException when a field is not what it must be */
    public SilenceRequest {
        id.ifPresent(given -> check(
                ID.matcher(given).matches(), "id", "expected 1 to 64 letters, digits, dots, underscores or hyphens"));
        check(
                !match.equals(AlertMatch.ANY),
                "match",
                "expected one or more of fleets, detectors, severities, scopes, dedupKeys; fleets [\"*\"] is everything");
        names("fleets", match.fleets());
        names("detectors", match.detectors());
        names("severities", match.severities());
        names("scopes", match.scopes());
        names("dedupKeys", match.dedupKeys());
        text("author", author, LONGEST_AUTHOR);
        text("comment", comment, LONGEST_COMMENT);
    }

    /**
     * The silence that is asked for.
     *
     * @throws InvalidSilenceException when it is over already, ends before it begins, or is too long
     */
    public Silence at(Instant now) {
        Instant begin = from.orElse(now);
        check(until.isAfter(now), "until", "expected a time after now, " + now + ", was " + until);
        check(until.isAfter(begin), "until", "expected a time after from, " + begin + ", was " + until);
        check(
                !until.isAfter(begin.plus(LONGEST)),
                "until",
                "expected at most %d d after from, was %s".formatted(LONGEST.toDays(), until));
        return new Silence(id.orElseGet(() -> UUID.randomUUID().toString()), match, begin, until, author, comment);
    }

    private static void names(String list, List<?> names) {
        String field = "match." + list;
        check(
                names.size() <= MOST_NAMES,
                field,
                "expected at most %d names, was %d".formatted(MOST_NAMES, names.size()));
        Stream.of(names.toArray()).map(String::valueOf).forEach(name -> text(field, name, LONGEST_NAME));
    }

    private static void text(String field, String text, int longest) {
        check(!text.isBlank(), field, "expected text, was empty");
        check(
                text.length() <= longest,
                field,
                "expected at most %,d characters, was %,d".formatted(longest, text.length()));
    }
}
