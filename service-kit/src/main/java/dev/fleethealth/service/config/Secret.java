package dev.fleethealth.service.config;

/**
 * A value that must never be shown. A file holds only a reference to it: {@code ${env:NAME}} or
 * {@code ${file:/absolute/path}}.
 */
public final class Secret {
    /** Stands for a secret wherever one would be shown. */
    public static final String MASK = "****";

    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /** The secret itself: for the hand-over to the client library that needs it, and for nothing else. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }
}
