package dev.fleethealth.streams.query.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.delivery.AlertMatch;
import dev.fleethealth.streams.delivery.Silence;
import dev.fleethealth.streams.policy.NamePattern;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the body of a new silence says. */
record NewSilence(
        @Nullable List<String> fleets,
        @Nullable List<String> detectors,
        @Nullable List<Severity> severities,
        @Nullable List<Scope> scopes,
        @Nullable List<String> dedupKeys,
        @Nullable Long from,
        @Nullable Long until,
        @Nullable String author,
        @Nullable String comment) {
    private static final int LONGEST_AUTHOR = 200;
    private static final int LONGEST_COMMENT = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    static NewSilence read(byte[] body) throws Problem {
        try {
            NewSilence read = JSON.readValue(body, NewSilence.class);
            if (read == null) {
                throw Problem.body("expected a JSON object");
            }
            return read;
        } catch (UnrecognizedPropertyException e) {
            throw Problem.body(e.getPropertyName() + ": expected no such field, but " + e.getKnownPropertyIds());
        } catch (InvalidFormatException e) {
            throw Problem.body(path(e) + ": expected " + expected(e.getTargetType()) + ", was \"" + e.getValue() + '"');
        } catch (MismatchedInputException e) {
            throw Problem.body(path(e) + ": expected " + expected(e.getTargetType()));
        } catch (JsonProcessingException e) {
            throw Problem.body("expected JSON, but it is broken or cut off in line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr());
        } catch (IOException e) {
            throw new IllegalStateException("reading memory failed", e);
        }
    }

    /**
     * The silence itself.
     *
     * @param id unique
     */
    Silence silence(String id, Instant now) throws Problem {
        check(until != null, "until", "required, expected milliseconds since 1970");
        checkText("author", author, LONGEST_AUTHOR);
        checkText("comment", comment, LONGEST_COMMENT);
        AlertMatch match = match();
        check(!match.equals(AlertMatch.ANY), "fleets", "expected at least one condition; [\"*\"] is all fleets");
        Instant begin = from == null ? now : time("from", from);
        Instant end = time("until", Objects.requireNonNull(until));
        check(end.isAfter(now), "until", "expected a time to come, was " + end);
        check(end.isAfter(begin), "until", "expected a time after from, was " + end);
        return new Silence(id, match, begin, end, Objects.requireNonNull(author), Objects.requireNonNull(comment));
    }

    private AlertMatch match() throws Problem {
        try {
            return new AlertMatch(
                    orNone(fleets).stream().map(NamePattern::of).toList(),
                    orNone(detectors),
                    orNone(severities),
                    orNone(scopes),
                    orNone(dedupKeys));
        } catch (IllegalArgumentException e) {
            throw Problem.body("fleets: " + e.getMessage());
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static Instant time(String name, long millis) throws Problem {
        try {
            return Instant.ofEpochMilli(millis);
        } catch (DateTimeException e) {
            throw Problem.body(name + ": expected milliseconds since 1970");
        }
    }

    private static void checkText(String name, @Nullable String text, int longest) throws Problem {
        check(
                text != null && !text.isBlank() && text.length() <= longest,
                name,
                "required, expected 1 to " + longest + " characters");
    }

    private static void check(boolean met, String name, String expected) throws Problem {
        if (!met) {
            throw Problem.body(name + ": " + expected);
        }
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type != null && type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants());
        }
        if (type == List.class) {
            return "a list";
        }
        return type == Long.class ? "milliseconds since 1970" : type == String.class ? "text" : "a JSON object";
    }
}
