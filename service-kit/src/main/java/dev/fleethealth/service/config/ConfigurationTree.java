package dev.fleethealth.service.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;

/** Parts of a configuration whose record types are known only at run time, such as the settings of plug-ins. */
public final class ConfigurationTree {
    private static final Binder BINDER = new Binder(new SecretReferences(System::getenv));

    private ConfigurationTree() {}

    /**
     * Reads a part of a configuration file.
     *
     * @param path where the part stands, such as {@code detectors.takeover-loop}; stands before every error
     * @throws ConfigurationException when a key is unknown, missing or of the wrong type
     */
    public static <T> T bind(JsonNode node, Class<T> type, String path) {
        return type.cast(BINDER.bind(node, type, path));
    }

    /** A record of nothing but its {@link Default}s. */
    public static <T extends Record> T defaults(Class<T> type) {
        return bind(JsonNodeFactory.instance.objectNode(), type, "");
    }

    /**
     * The record with the settings that the overrides name replaced, nested records too; the result has passed the
     * record's own checks.
     *
     * @throws ConfigurationException when a key is unknown or of the wrong type
     */
    @SuppressWarnings("unchecked") // the binder returns the class of the defaults
    public static <T extends Record> T merge(T defaults, JsonNode overrides, String path) {
        return (T) BINDER.merge(defaults, overrides, path);
    }

    /**
     * Refuses a name that is none of the known ones, such as that of a plug-in.
     *
     * @param path where the name stands
     * @throws ConfigurationException when it is unknown, with the nearest known one
     */
    public static void requireKnown(String name, Collection<String> known, String path) {
        KeyName.requireKnown(name, known, path);
    }
}
