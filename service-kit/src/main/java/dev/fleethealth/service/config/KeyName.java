package dev.fleethealth.service.config;

import dev.fleethealth.schemas.json.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names of keys: {@code kebab-case} in the file, {@code camelCase} in the record. */
final class KeyName {
    private KeyName() {}

    static String of(String component) {
        return component.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    static String child(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** The known key that a typing error is most likely to have meant, if any is near. */
    static Optional<String> nearest(String unknown, Collection<String> known) {
        return known.stream()
                .filter(key -> EditDistance.between(normal(unknown), normal(key)) <= Math.max(2, key.length() / 3))
                .min(Comparator.comparingInt(key -> EditDistance.between(normal(unknown), normal(key))));
    }

    /** @throws ConfigurationException when the key is none of the known ones, with the nearest of them */
    static void requireKnown(String key, Collection<String> known, String path) {
        if (!known.contains(key)) {
            throw ConfigurationException.at(child(path, key), "unknown key, " + hint(key, known));
        }
    }

    private static String hint(String unknown, Collection<String> known) {
        return nearest(unknown, known)
                .map(key -> "did you mean " + key + "?")
                .orElseGet(() -> "expected one of " + known.stream().sorted().collect(Collectors.joining(", ")));
    }

    private static String normal(String key) {
        return key.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }
}
