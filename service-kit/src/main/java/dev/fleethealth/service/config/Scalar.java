package dev.fleethealth.service.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How one YAML scalar becomes a value.
 *
 * @param expected what stands in an error, such as "a whole number"
 * @param fits whether the node is of the right kind
 * @param read may throw IllegalArgumentException
 */
record Scalar(String expected, Predicate<JsonNode> fits, Function<JsonNode, Object> read) {
    private static final String TIME = "a time with its offset such as 2026-12-01T22:00:00+01:00";

    private static final Map<Class<?>, Scalar> KNOWN = Map.ofEntries(
            Map.entry(String.class, new Scalar("text", JsonNode::isTextual, JsonNode::textValue)),
            Map.entry(boolean.class, new Scalar("true or false", JsonNode::isBoolean, JsonNode::booleanValue)),
            Map.entry(int.class, new Scalar("a whole number", Scalar::isInt, JsonNode::intValue)),
            Map.entry(long.class, new Scalar("a whole number", Scalar::isLong, JsonNode::longValue)),
            Map.entry(double.class, new Scalar("a number", JsonNode::isNumber, JsonNode::doubleValue)),
            Map.entry(Duration.class, text(DurationText.EXPECTED, DurationText::parse)),
            Map.entry(Instant.class, text(TIME, time(text -> OffsetDateTime.parse(text)
                    .toInstant()))),
            Map.entry(LocalTime.class, text("a time of day such as 02:30", time(LocalTime::parse))),
            Map.entry(ZoneId.class, text("a time zone such as Europe/Berlin", time(ZoneId::of))),
            Map.entry(URI.class, text("a URI", URI::create)),
            Map.entry(Path.class, text("a path", Path::of)),
            Map.entry(Pattern.class, text("a regular expression", Pattern::compile)));

    private static final Map<Class<?>, Class<?>> PRIMITIVES = Map.of(
            Boolean.class, boolean.class, Integer.class, int.class, Long.class, long.class, Double.class, double.class);

    static Optional<Scalar> of(Class<?> type) {
        if (type.isEnum()) {
            return Optional.of(choice(type));
        }
        return Optional.ofNullable(KNOWN.get(PRIMITIVES.getOrDefault(type, type)));
    }

    /** How the file names a constant: as it shows itself, else by its name in {@code kebab-case}. */
    static String choiceName(Enum<?> constant) {
        if (!constant.toString().equals(constant.name())) {
            return constant.toString();
        }
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean isInt(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToInt();
    }

    private static boolean isLong(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong();
    }

    private static Scalar text(String expected, Function<String, Object> parse) {
        return new Scalar(expected, JsonNode::isTextual, node -> parse.apply(node.textValue()));
    }

    private static <T> Function<String, Object> time(Function<String, T> parse) {
        return text -> {
            try {
                return parse.apply(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(e);
            }
        };
    }

    private static Scalar choice(Class<?> type) {
        Map<String, Object> constants = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(constant -> choiceName((Enum<?>) constant), Function.identity()));
        String expected = "one of " + constants.keySet().stream().sorted().collect(Collectors.joining(", "));
        return new Scalar(
                expected,
                node -> constants.containsKey(node.asText()),
                node -> constants.getOrDefault(node.asText(), node));
    }

    /** @throws ConfigurationException when the node is something else */
    Object read(JsonNode node, String path) {
        if (fits.test(node)) {
            try {
                return read.apply(node);
            } catch (IllegalArgumentException e) {
                throw mismatch(node, path);
            }
        }
        throw mismatch(node, path);
    }

    private ConfigurationException mismatch(JsonNode node, String path) {
        return ConfigurationException.at(path, "expected " + expected + ", was " + Shown.of(node));
    }
}
