package dev.fleethealth.streams.delivery.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.delivery.AlertMatch;
import dev.fleethealth.streams.delivery.Silence;
import dev.fleethealth.streams.delivery.http.JsonBody;
import dev.fleethealth.streams.policy.NamePattern;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Silences as JSON, on the topic and for whoever shows them. */
public final class SilenceJson {
    private SilenceJson() {}

    public static byte[] write(Silence silence) {
        ObjectNode node = JsonBody.object();
        node.put("id", silence.id());
        ObjectNode match = node.putObject("match");
        list(match, "fleets", silence.match().fleets());
        list(match, "detectors", silence.match().detectors());
        list(match, "severities", silence.match().severities());
        list(match, "scopes", silence.match().scopes());
        list(match, "dedupKeys", silence.match().dedupKeys());
        node.put("from", silence.from().toString());
        node.put("until", silence.until().toString());
        node.put("author", silence.author());
        node.put("comment", silence.comment());
        return JsonBody.bytes(node);
    }

    /** @throws IllegalArgumentException when it is not what {@link #write} writes */
    public static Silence read(byte[] json) {
        JsonNode node = JsonBody.parse(new String(json, StandardCharsets.UTF_8));
        JsonNode match = node.path("match");
        try {
            return new Silence(
                    node.path("id").asText(),
                    new AlertMatch(
                            list(match, "fleets", NamePattern::of),
                            list(match, "detectors", text -> text),
                            list(match, "severities", Severity::valueOf),
                            list(match, "scopes", Scope::valueOf),
                            list(match, "dedupKeys", text -> text)),
                    Instant.parse(node.path("from").asText()),
                    Instant.parse(node.path("until").asText()),
                    node.path("author").asText(),
                    node.path("comment").asText());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("expected times such as 2026-11-20T08:00:00Z", e);
        }
    }

    private static void list(ObjectNode match, String name, List<?> values) {
        ArrayNode array = match.putArray(name);
        values.forEach(value -> array.add(String.valueOf(value)));
    }

    private static <T> List<T> list(JsonNode match, String name, Function<String, T> parse) {
        List<T> values = new ArrayList<>();
        match.path(name).forEach(value -> values.add(parse.apply(value.asText())));
        return values;
    }
}
