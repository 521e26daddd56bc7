package dev.fleethealth.streams.policy;

import dev.fleethealth.streams.detector.Detector;
import java.util.List;

/**
 * The one place that says what holds for a fleet.
 *
 * @param rules for some fleets; the first one that matches holds, and no other
 * @param others the detectors of all fleets that no rule matches
 * @param maintenance when detectors open nothing
 * @param ignored what no detector ever sees
 */
public record DetectionPolicy(
        List<FleetRule> rules, List<Detector> others, List<MaintenanceWindow> maintenance, IgnoreList ignored) {
    public DetectionPolicy {
        rules = List.copyOf(rules);
        others = List.copyOf(others);
        maintenance = List.copyOf(maintenance);
    }

    /** The same detectors for all fleets, at all times. */
    public static DetectionPolicy everywhere(List<Detector> detectors) {
        return new DetectionPolicy(List.of(), detectors, List.of(), IgnoreList.NOTHING);
    }

    /** What holds for a fleet. It costs a walk through the rules: see {@link PerFleet}. */
    public FleetPolicy of(String fleet) {
        return new FleetPolicy(
                detectorsOf(fleet),
                maintenance.stream().filter(window -> window.concerns(fleet)).toList());
    }

    private List<Detector> detectorsOf(String fleet) {
        return rules.stream()
                .filter(rule -> rule.fleets().matches(fleet))
                .findFirst()
                .map(FleetRule::detectors)
                .orElse(others);
    }
}
