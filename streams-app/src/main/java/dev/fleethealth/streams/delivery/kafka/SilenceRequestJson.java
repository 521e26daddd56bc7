package dev.fleethealth.streams.delivery.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.delivery.AlertMatch;
import dev.fleethealth.streams.delivery.InvalidSilenceException;
import dev.fleethealth.streams.delivery.SilenceRequest;
import dev.fleethealth.streams.delivery.http.JsonBody;
import dev.fleethealth.streams.policy.NamePattern;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Silences that are asked for, as JSON of the form that {@link SilenceJson} writes. Strict: a key that was mistyped would silence more
 * than was meant.
 */
public final class SilenceRequestJson {
    private static final List<String> KEYS = List.of("id", "match", "from", "until", "author", "comment");
    private static final List<String> MATCH_KEYS = List.of("fleets", "detectors", "severities", "scopes", "dedupKeys");

    private SilenceRequestJson() {}

    /** @throws InvalidSilenceException that names the field and what was expected */
    public static SilenceRequest read(String json) {
        JsonNode body = parse(json);
        object(body, "body", "", KEYS);
        JsonNode match = body.path("match");
        object(match, "match", "match.", MATCH_KEYS);
        return new SilenceRequest(
                optional(body, "id"),
                new AlertMatch(
                        list(match, "fleets", NamePattern::of),
                        list(match, "detectors", text -> text),
                        list(match, "severities", text -> constant(Severity.class, text)),
                        list(match, "scopes", text -> constant(Scope.class, text)),
                        list(match, "dedupKeys", text -> text)),
                optional(body, "from").map(from -> time("from", from)),
                time("until", required(body, "until")),
                required(body, "author"),
                required(body, "comment"));
    }

    private static JsonNode parse(String json) {
        try {
            return JsonBody.parse(json);
        } catch (IllegalArgumentException e) {
            throw new InvalidSilenceException("body", "expected a JSON object");
        }
    }

    private static void object(JsonNode node, String field, String before, List<String> known) {
        if (!node.isObject()) {
            throw new InvalidSilenceException(field, "expected a JSON object");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new InvalidSilenceException(
                        before + name, "unknown, expected one of " + String.join(", ", known));
            }
        });
    }

    private static Optional<String> optional(JsonNode body, String field) {
        return body.hasNonNull(field) ? Optional.of(required(body, field)) : Optional.empty();
    }

    private static String required(JsonNode body, String field) {
        return text(body.path(field), field);
    }

    private static String text(JsonNode node, String field) {
        if (!node.isTextual()) {
            throw new InvalidSilenceException(field, "expected text");
        }
        return node.textValue();
    }

    private static <T> List<T> list(JsonNode match, String name, Function<String, T> parse) {
        String field = "match." + name;
        JsonNode array = match.path(name);
        if (!array.isArray() && !array.isMissingNode()) {
            throw new InvalidSilenceException(field, "expected a list");
        }
        List<T> values = new ArrayList<>();
        for (JsonNode element : array) {
            String place = field + "[" + values.size() + "]";
            try {
                values.add(parse.apply(text(element, place)));
            } catch (InvalidSilenceException e) {
                throw e;
            } catch (IllegalArgumentException e) {
                throw new InvalidSilenceException(place, String.valueOf(e.getMessage()));
            }
        }
        return values;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected one of "
                        + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private static Instant time(String field, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidSilenceException(field, "expected a time such as 2026-11-20T08:00:00Z");
        }
    }
}
