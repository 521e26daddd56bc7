package dev.fleethealth.streams.policy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * Which names are meant: {@code exactly-this}, a glob ({@code *} is any text, {@code ?} any character) or a regular
 * expression between slashes, {@code /lab-[0-9]+/}. It must fit the whole name. The expressions are RE2's, which take time
 * in proportion to the name, whatever they are: names come from devices, and devices are hostile.
 *
 * @param text as it stands in the configuration
 */
public record NamePattern(String text, Pattern pattern) {

    /** @throws IllegalArgumentException if it is empty or no regular expression; the message says what was expected */
    public static NamePattern of(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("expected a name, a glob or a /regular expression/, was empty");
        }
        boolean isRegex = text.length() > 2 && text.startsWith("/") && text.endsWith("/");
        return new NamePattern(text, compile(isRegex ? text.substring(1, text.length() - 1) : regexOf(text), text));
    }

    private static Pattern compile(String regex, String text) {
        try {
            return Pattern.compile(regex, Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "expected a regular expression (RE2 syntax) between the slashes, was \"%s\": %s"
                            .formatted(text, e.getDescription()),
                    e);
        }
    }

    private static String regexOf(String glob) {
        return glob.codePoints()
                .mapToObj(character -> switch (character) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(character));
                })
                .collect(Collectors.joining());
    }

    public boolean matches(String name) {
        return pattern.matches(name);
    }

    @Override
    public String toString() {
        return text;
    }
}
