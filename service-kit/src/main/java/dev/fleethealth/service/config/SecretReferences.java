package dev.fleethealth.service.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Resolves {@code ${env:NAME}} and {@code ${file:/path}}. */
final class SecretReferences {
    static final String EXPECTED = "a reference ${env:NAME} or ${file:/path}";

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^}]+)}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([^}]+)}");

    private final Environment environment;

    SecretReferences(Environment environment) {
        this.environment = environment;
    }

    static boolean hasReference(String text) {
        return REFERENCE.matcher(text).find();
    }

    /** Text that is one reference and nothing else. */
    static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches();
    }

    /** @throws IllegalArgumentException when a reference leads nowhere */
    String resolve(String text) {
        return REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(match)));
    }

    /**
     * Puts environment variables in, such as a pod's name, and leaves files alone: those hold secrets.
     *
     * @throws IllegalArgumentException when one is not set
     */
    String resolveVariables(String text) {
        return VARIABLE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(variable(match.group(1))));
    }

    private String value(MatchResult reference) {
        return reference.group(1).equals("env") ? variable(reference.group(2)) : content(reference.group(2));
    }

    private String variable(String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalArgumentException("environment variable " + name + " is not set");
        }
        return value;
    }

    /** Without the line break at the end that editors and {@code kubectl} leave there. */
    private static String content(String file) {
        try {
            return Files.readString(Path.of(file)).stripTrailing();
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException("secret file " + file + " cannot be read", e);
        }
    }

    /** Environment variables by name. */
    @FunctionalInterface
    interface Environment {
        @Nullable
        String get(String name);
    }
}
