package dev.fleethealth.streams.policy;

import dev.fleethealth.streams.detector.Detector;
import java.util.List;

/**
 * What holds for the fleets of one pattern.
 *
 * @param detectors those that are on, with the settings that hold here
 */
public record FleetRule(NamePattern fleets, List<Detector> detectors) {
    public FleetRule {
        detectors = List.copyOf(detectors);
    }
}
