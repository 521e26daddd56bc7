package dev.fleethealth.streams.policy;

import java.util.List;
import java.util.Set;

/**
 * A time in which trouble is expected.
 *
 * @param fleets for whom
 * @param detectors which ones open nothing, by their ids; empty for all
 */
public record MaintenanceWindow(List<NamePattern> fleets, Set<String> detectors, Schedule schedule) {
    public MaintenanceWindow {
        fleets = List.copyOf(fleets);
        detectors = Set.copyOf(detectors);
    }

    boolean concerns(String fleet) {
        return fleets.stream().anyMatch(pattern -> pattern.matches(fleet));
    }

    boolean restsFor(String detector) {
        return detectors.isEmpty() || detectors.contains(detector);
    }
}
