package dev.fleethealth.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the Javadoc of a record says of its components: its {@code @param} tags, as Markdown. */
final class JavadocParameters {
    private static final Pattern PARAMETER = Pattern.compile("@param (\\w+) (.*?)(?=\\n\\s*@\\w|\\z)", Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("\\{@\\w+ ((?:[^{}]|\\{[^{}]*})*)}");

    private JavadocParameters() {}

    static Map<String, String> of(Class<?> type) {
        String source = source(type);
        int declaration = source.indexOf("record " + type.getSimpleName() + "(");
        int comment = source.lastIndexOf("/**", declaration);
        Map<String, String> meanings = new LinkedHashMap<>();
        if (comment >= 0) {
            String text =
                    source.substring(comment + 3, source.indexOf("*/", comment)).replaceAll("(?m)^\\s*\\*", "");
            for (Matcher each = PARAMETER.matcher(text); each.find(); ) {
                meanings.put(each.group(1), markdown(each.group(2)));
            }
        }
        return meanings;
    }

    private static String markdown(String text) {
        return INLINE.matcher(text)
                .replaceAll(tag -> Matcher.quoteReplacement("`" + tag.group(1).strip() + "`"))
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .strip();
    }

    private static String source(Class<?> type) {
        String file = type.getName().replaceAll("\\$.*", "").replace('.', '/') + ".java";
        return Stream.of("service-kit", "bridge", "streams-app")
                .map(module -> Path.of("..", module, "src/main/java", file))
                .filter(Files::exists)
                .map(JavadocParameters::read)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no source of " + type));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
