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
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The detectors on the class path, and what the configuration file says of them: {@code enabled}, and any of a detector's
 * own settings over its defaults.
 */
public final class DetectorCatalogue {
    private static final String SECTION = "detectors";
    private static final String ENABLED = "enabled";
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Map<String, DetectorFactory<?>> factories = new TreeMap<>();

    DetectorCatalogue(Iterable<? extends DetectorFactory<?>> factories) {
        factories.forEach(factory -> this.factories.put(factory.id(), factory));
    }

    /** Those that are registered as services. */
    @SuppressWarnings({"rawtypes", "unchecked"}) // ServiceLoader knows raw types only
    static DetectorCatalogue onClassPath() {
        return new DetectorCatalogue((Iterable) ServiceLoader.load(DetectorFactory.class));
    }

    /**
     * Makes the detectors that are not switched off, in the order of their ids.
     *
     * @throws ConfigurationException when a detector or one of its settings is unknown, or a value is wrong
     */
    List<Detector> create(Map<String, JsonNode> sections) {
        return configured(sections).stream()
                .filter(Configured::enabled)
                .map(Configured::detector)
                .toList();
    }

    /** The detectors' part of the file with all defaults written out. */
    Map<String, JsonNode> effective(Map<String, JsonNode> sections) {
        Map<String, JsonNode> effective = new TreeMap<>();
        configured(sections).forEach(detector -> effective.put(detector.id(), detector.shown()));
        return effective;
    }

    private List<Configured<?>> configured(Map<String, JsonNode> sections) {
        sections.keySet().forEach(id -> ConfigurationTree.requireKnown(id, factories.keySet(), SECTION));
        return factories.values().stream()
                .<Configured<?>>map(factory -> configure(factory, sections.get(factory.id())))
                .toList();
    }

    private static <S extends Record> Configured<S> configure(DetectorFactory<S> factory, @Nullable JsonNode section) {
        if (section == null) {
            return new Configured<>(factory, true, factory.defaults());
        }
        String path = SECTION + "." + factory.id();
        JsonNode own = section.deepCopy();
        JsonNode enabled = own instanceof ObjectNode mapping ? mapping.remove(ENABLED) : null;
        if (enabled != null && !enabled.isBoolean()) {
            throw new ConfigurationException(path + "." + ENABLED + ": expected true or false");
        }
        return new Configured<>(
                factory,
                enabled == null || enabled.booleanValue(),
                ConfigurationTree.merge(factory.defaults(), own, path));
    }

    private record Configured<S extends Record>(DetectorFactory<S> factory, boolean enabled, S settings) {
        String id() {
            return factory.id();
        }

        Detector detector() {
            return factory.create(settings);
        }

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
}
