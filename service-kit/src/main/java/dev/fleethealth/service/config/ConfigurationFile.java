package dev.fleethealth.service.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Reads a configuration file: YAML, strictly, into a tree of records.
 *
 * <p>Keys are the components in {@code kebab-case}. Unknown and duplicate keys and wrong types are errors. Components
 * may be text, numbers, booleans, durations ({@link DurationText}), times, times of day, time zones, URIs, paths, regular expressions, enums (in
 * {@code kebab-case}), {@link Secret}s, {@link KafkaProperties}, other records, sealed interfaces of records with a
 * {@link TypeName}, {@code JsonNode} for a part to be read later, and {@code Optional}, {@code List} or {@code Map} of
 * these. {@link Default} says what holds for an absent key. Compact constructors check values with {@link Setting}.
 */
public final class ConfigurationFile {
    private ConfigurationFile() {}

    /** @throws ConfigurationException for whatever is wrong, in one line that begins with the file's name */
    public static <T> T read(Path file, Class<T> type) {
        return read(file, type, System::getenv);
    }

    /**
     * Reads a file on the class path in the same way.
     *
     * @param resource absolute name of a file that is there
     * @throws ConfigurationException for whatever is wrong, in one line that begins with the file's name
     */
    public static <T> T readResource(String resource, Class<T> type) {
        try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(resource), resource)) {
            return bind(new String(in.readAllBytes(), StandardCharsets.UTF_8), type, System::getenv);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        } catch (ConfigurationException e) {
            throw e.in(Path.of(resource));
        }
    }

    static <T> T read(Path file, Class<T> type, SecretReferences.Environment environment) {
        try {
            return bind(content(file), type, environment);
        } catch (ConfigurationException e) {
            throw e.in(file);
        }
    }

    private static <T> T bind(String yaml, Class<T> type, SecretReferences.Environment environment) {
        return type.cast(new Binder(new SecretReferences(environment)).bind(YamlText.parse(yaml), type, ""));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException("no such file");
        } catch (CharacterCodingException e) {
            throw new ConfigurationException("expected UTF-8 text");
        } catch (IOException e) {
            throw new ConfigurationException("cannot be read: " + e);
        }
    }
}
