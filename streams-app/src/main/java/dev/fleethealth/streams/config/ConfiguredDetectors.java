package dev.fleethealth.streams.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fleethealth.service.config.ConfigurationException;
import dev.fleethealth.service.config.ConfigurationTree;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.DetectorFactory;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * What holds for the detectors.
 *
 * @param all in the order of their ids, those that are off, too
 */
record ConfiguredDetectors(List<ConfiguredDetector<?>> all) {

    /** All that are registered as services, with their defaults. */
    @SuppressWarnings({"rawtypes", "unchecked"}) // ServiceLoader knows raw types only
    static ConfiguredDetectors byDefault() {
        return new ConfiguredDetectors(ServiceLoader.load(DetectorFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .<ConfiguredDetector<?>>map(ConfiguredDetector::byDefault)
                .sorted(Comparator.comparing(ConfiguredDetector::id))
                .toList());
    }

    /**
     * With what a part of the file says of some of them.
     *
     * @param sections by detector id
     * @param path where the part stands
     * @throws ConfigurationException when a detector or one of its settings is unknown, or a value is wrong
     */
    ConfiguredDetectors with(Map<String, JsonNode> sections, String path) {
        sections.keySet().forEach(id -> requireKnown(id, path));
        return new ConfiguredDetectors(all.stream()
                .<ConfiguredDetector<?>>map(each -> sections.containsKey(each.id())
                        ? each.with(sections.get(each.id()), path + "." + each.id())
                        : each)
                .toList());
    }

    /** @throws ConfigurationException when there is no such detector, with the nearest one */
    void requireKnown(String id, String path) {
        ConfigurationTree.requireKnown(
                id, all.stream().map(ConfiguredDetector::id).toList(), path);
    }

    /** Makes those that are on, in the order of their ids. */
    List<Detector> create() {
        return all.stream()
                .filter(ConfiguredDetector::enabled)
                .<Detector>map(ConfiguredDetector::detector)
                .toList();
    }

    /** Their part of the file with all defaults written out. */
    Map<String, JsonNode> shown() {
        return shown(all.stream().map(ConfiguredDetector::id).toList());
    }

    /** The part of the file about some of them, with all defaults written out. */
    Map<String, JsonNode> shown(Collection<String> ids) {
        Map<String, JsonNode> shown = new TreeMap<>();
        all.stream().filter(each -> ids.contains(each.id())).forEach(each -> shown.put(each.id(), each.shown()));
        return shown;
    }
}
