package dev.fleethealth.streams.query.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.delivery.AlertMatch;
import dev.fleethealth.streams.delivery.InvalidSilenceException;
import dev.fleethealth.streams.delivery.SilenceRequest;
import dev.fleethealth.streams.policy.NamePattern;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the body of a new silence says: that it can be read as one; {@link SilenceRequest} checks what it says. */
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
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    static NewSilence read(byte[] body) throws Problem {
        try {
            return Optional.ofNullable(JSON.readValue(body, NewSilence.class))
                    .orElseThrow(() -> Problem.body("expected a JSON object"));
        } catch (UnrecognizedPropertyException e) {
            throw Problem.body(e.getPropertyName() + ": unknown, expected one of " + e.getKnownPropertyIds());
        } catch (MismatchedInputException e) {
            throw Problem.body(place(e) + ": expected " + expected(e.getTargetType()));
        } catch (JsonProcessingException e) {
            throw Problem.body("expected JSON, but it is broken or cut off in line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr());
        } catch (IOException e) {
            throw new IllegalStateException("reading memory failed", e);
        }
    }

    SilenceRequest request() throws Problem {
        try {
            AlertMatch match = new AlertMatch(
                    orNone(fleets).stream().map(NamePattern::of).toList(),
                    orNone(detectors),
                    orNone(severities),
                    orNone(scopes),
                    orNone(dedupKeys));
            return new SilenceRequest(
                    Optional.empty(),
                    match,
                    Optional.ofNullable(from).map(Instant::ofEpochMilli),
                    Instant.ofEpochMilli(Optional.ofNullable(until)
                            .orElseThrow(() -> Problem.body("until: required, expected milliseconds since 1970"))),
                    orEmpty(author),
                    orEmpty(comment));
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
    }

    /** The conditions of a request stand in an object of their own; here they do not. Patterns are those of fleets. */
    static Problem refused(IllegalArgumentException e) {
        String what = String.valueOf(e.getMessage());
        return Problem.body(
                e instanceof InvalidSilenceException ? what.replaceFirst("^match\\.", "") : "fleets: " + what);
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String place(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "body" : path;
    }

    private static String expected(@Nullable Class<?> type) {
        if (type != null && type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants());
        }
        if (type != null && Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type == Long.class ? "milliseconds since 1970" : type == String.class ? "text" : "a JSON object";
    }
}
