package dev.fleethealth.service.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Settings that go to a Kafka client (or a serializer) as they are, under the names that Kafka gives them:
 * {@code kafka: {bootstrap.servers: "kafka:9092", security.protocol: SSL}}. Secrets in them are references.
 */
public final class KafkaProperties {
    public static final KafkaProperties NONE = new KafkaProperties(Map.of(), Set.of());

    private static final Pattern SECRET_KEY = Pattern.compile(
            "(?i).*(password|secret|jaas\\.config|user\\.info|(^|\\.)token|credential|ssl\\.keystore\\.key)");

    private final Map<String, String> values;
    private final Set<String> referenced;

    /** @param referenced keys whose values came, in whole or in part, from a reference to a secret */
    KafkaProperties(Map<String, String> values, Set<String> referenced) {
        this.values = Map.copyOf(values);
        this.referenced = Set.copyOf(referenced);
    }

    public static KafkaProperties of(Map<String, String> values) {
        return new KafkaProperties(values, Set.of());
    }

    /** The settings with their secrets, for the client. */
    public Map<String, String> values() {
        return values;
    }

    /** These settings over those of the given ones that they do not name. */
    public Map<String, Object> over(Map<String, ?> defaults) {
        Map<String, Object> merged = new LinkedHashMap<>(defaults);
        merged.putAll(values);
        return merged;
    }

    Map<String, String> masked() {
        Map<String, String> shown = new TreeMap<>(values);
        shown.replaceAll((key, value) -> isSecret(key) ? Secret.MASK : value);
        return shown;
    }

    private boolean isSecret(String key) {
        return referenced.contains(key) || SECRET_KEY.matcher(key).matches();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KafkaProperties properties && properties.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return masked().toString();
    }
}
