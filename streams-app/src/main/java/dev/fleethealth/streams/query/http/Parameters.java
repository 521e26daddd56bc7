package dev.fleethealth.streams.query.http;

import dev.fleethealth.service.config.DurationText;
import dev.fleethealth.service.config.TimeText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands behind the question mark, by name. */
final class Parameters {
    private static final int LONGEST = 200;
    private static final int MOST_ITEMS = 1_000;
    private static final int USUAL_ITEMS = 100;

    private final Map<String, String> values;

    private Parameters(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads them.
     *
     * @param known names; all others are refused, lest a wrong one is taken for no condition
     */
    static Parameters of(String rawQuery, List<String> known) throws Problem {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : rawQuery.split("&")) {
            int end = pair.indexOf('=') < 0 ? pair.length() : pair.indexOf('=');
            String name = decode(pair.substring(0, end), "query");
            if (name.isEmpty()) {
                continue;
            }
            if (!known.contains(name)) {
                throw Problem.parameter(
                        name,
                        known.isEmpty() ? "expected no parameters" : "expected one of " + String.join(", ", known));
            }
            String value = decode(pair.substring(Math.min(end + 1, pair.length())), name);
            if (values.put(name, value) != null) {
                throw Problem.parameter(name, "expected it once");
            }
        }
        return new Parameters(values);
    }

    /** The value unless it is absent or empty. */
    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** Text to search for. */
    Optional<String> search() throws Problem {
        Optional<String> text = text("search");
        if (text.isPresent() && text.get().length() > LONGEST) {
            throw Problem.parameter("search", "expected at most " + LONGEST + " characters");
        }
        return text;
    }

    /** One of a few words. */
    <T> Optional<T> choice(String name, Map<String, T> choices) throws Problem {
        Optional<String> text = text(name);
        if (text.isPresent() && !choices.containsKey(text.get())) {
            throw Problem.parameter(
                    name, "expected " + String.join(" or ", choices.keySet()) + ", was \"" + text.get() + '"');
        }
        return text.map(choices::get);
    }

    /** Constants by their names, in their order. */
    static <E extends Enum<E>> Map<String, E> words(E[] constants) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : constants) {
            words.put(constant.name(), constant);
        }
        return words;
    }

    /** How many items a page has. */
    int limit() throws Problem {
        String text = text("limit").orElse(Integer.toString(USUAL_ITEMS));
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_ITEMS) {
            throw Problem.parameter("limit", "expected 1 to " + MOST_ITEMS + ", was \"" + text + '"');
        }
        return Integer.parseInt(text);
    }

    /** Milliseconds since 1970, or RFC 3339; the plus of an offset is a space to those who read queries as forms. */
    Optional<Instant> time(String name) throws Problem {
        Optional<String> text = text(name);
        try {
            return text.map(given -> TimeText.parse(given.replace(' ', '+')));
        } catch (IllegalArgumentException e) {
            throw Problem.parameter(name, e.getMessage() + ", was \"" + text.orElse("") + '"');
        }
    }

    Optional<Duration> duration(String name) throws Problem {
        Optional<String> text = text(name);
        try {
            return text.map(DurationText::parse);
        } catch (IllegalArgumentException e) {
            throw Problem.parameter(name, e.getMessage() + ", was \"" + text.orElse("") + '"');
        }
    }

    private static String decode(String text, String name) throws Problem {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.parameter(name, "expected percent-encoded UTF-8");
        }
    }
}
