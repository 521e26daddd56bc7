package dev.fleethealth.streams.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.fleethealth.service.config.ConfigurationException;
import dev.fleethealth.service.config.ConfigurationTree;
import dev.fleethealth.service.config.EffectiveConfiguration;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.DetectorFactory;

/** A detector and what holds for it. */
record ConfiguredDetector<S extends Record>(DetectorFactory<S> factory, boolean enabled, S settings) {
    private static final String ENABLED = "enabled";
    private static final YAMLMapper YAML = new YAMLMapper();

    static <S extends Record> ConfiguredDetector<S> byDefault(DetectorFactory<S> factory) {
        return new ConfiguredDetector<>(factory, true, factory.defaults());
    }

    String id() {
        return factory.id();
    }

    /**
     * With what a part of the file says of it: {@code enabled}, and any of its own settings.
     *
     * @param path where the part stands
     * @throws ConfigurationException when a setting is unknown or a value is wrong
     */
    ConfiguredDetector<S> with(JsonNode section, String path) {
        JsonNode own = section.deepCopy();
        JsonNode on = own instanceof ObjectNode mapping ? mapping.remove(ENABLED) : null;
        if (on != null && !on.isBoolean()) {
            throw new ConfigurationException(path + "." + ENABLED + ": expected true or false");
        }
        return new ConfiguredDetector<>(
                factory, on == null ? enabled : on.booleanValue(), ConfigurationTree.merge(settings, own, path));
    }

    Detector detector() {
        return factory.create(settings);
    }

    /** The part of the file with all defaults written out. */
    ObjectNode shown() {
        try {
            ObjectNode shown = JsonNodeFactory.instance.objectNode().put(ENABLED, enabled);
            shown.setAll((ObjectNode) YAML.readTree(EffectiveConfiguration.print(settings)));
            return shown;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was printed cannot be read", e);
        }
    }
}
