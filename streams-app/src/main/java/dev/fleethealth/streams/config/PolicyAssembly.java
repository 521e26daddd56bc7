package dev.fleethealth.streams.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fleethealth.service.config.ConfigurationException;
import dev.fleethealth.streams.policy.DetectionPolicy;
import dev.fleethealth.streams.policy.FleetRule;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Makes the policy out of the file's settings.
 *
 * @param everywhere what holds where no rule matches
 * @param inFleets what holds for each of the rules {@code fleets}, in their order
 */
record PolicyAssembly(StreamsConfiguration file, ConfiguredDetectors everywhere, List<ConfiguredDetectors> inFleets) {

    /** @throws ConfigurationException when a detector or one of its settings is unknown, or a value is wrong */
    static PolicyAssembly of(StreamsConfiguration file) {
        ConfiguredDetectors everywhere = ConfiguredDetectors.byDefault().with(file.detectors(), "detectors");
        PolicyAssembly assembly = new PolicyAssembly(file, everywhere, inFleets(file.fleets(), everywhere));
        assembly.refuseRulesThatNeverMatch();
        assembly.refuseUnknownDetectorsInMaintenance();
        return assembly;
    }

    private static List<ConfiguredDetectors> inFleets(List<FleetSettings> rules, ConfiguredDetectors everywhere) {
        return IntStream.range(0, rules.size())
                .mapToObj(rule -> everywhere.with(rules.get(rule).detectors(), "fleets[" + rule + "].detectors"))
                .toList();
    }

    private void refuseRulesThatNeverMatch() {
        List<String> patterns = file.fleets().stream().map(FleetSettings::match).toList();
        for (int rule = 0; rule < patterns.size(); rule++) {
            int first = patterns.indexOf(patterns.get(rule));
            if (first < rule) {
                throw new ConfigurationException(
                        "fleets[%d].match: expected another pattern than that of fleets[%d], which comes first, was \"%s\""
                                .formatted(rule, first, patterns.get(rule)));
            }
        }
    }

    private void refuseUnknownDetectorsInMaintenance() {
        List<MaintenanceSettings> windows = file.maintenance();
        for (int window = 0; window < windows.size(); window++) {
            String path = "maintenance[" + window + "].detectors";
            windows.get(window).detectors().forEach(id -> everywhere.requireKnown(id, path));
        }
    }

    DetectionPolicy create() {
        List<FleetRule> rules = IntStream.range(0, inFleets.size())
                .mapToObj(rule -> new FleetRule(
                        file.fleets().get(rule).pattern(), inFleets.get(rule).create()))
                .toList();
        return new DetectionPolicy(
                rules,
                everywhere.create(),
                file.maintenanceWindows(),
                file.ignore().list());
    }

    /** The part {@code detectors} of the file with all defaults written out. */
    Map<String, JsonNode> shownDetectors() {
        return everywhere.shown();
    }

    /** The part {@code fleets} of the file, with all that holds for the detectors that it names. */
    List<FleetSettings> shownFleets() {
        return IntStream.range(0, inFleets.size())
                .mapToObj(rule -> shown(file.fleets().get(rule), inFleets.get(rule)))
                .toList();
    }

    private static FleetSettings shown(FleetSettings rule, ConfiguredDetectors detectors) {
        return new FleetSettings(rule.match(), detectors.shown(rule.detectors().keySet()));
    }
}
