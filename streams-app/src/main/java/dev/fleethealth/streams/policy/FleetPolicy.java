package dev.fleethealth.streams.policy;

import dev.fleethealth.streams.detector.Detector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What holds for one fleet. */
public final class FleetPolicy {
    private final List<Detector> detectors;
    private final Map<String, Detector> byId;
    private final Map<String, Maintenance> maintenance;

    FleetPolicy(List<Detector> detectors, List<MaintenanceWindow> windows) {
        this.detectors = List.copyOf(detectors);
        this.byId = detectors.stream().collect(Collectors.toUnmodifiableMap(Detector::id, Function.identity()));
        this.maintenance = windows.isEmpty()
                ? Map.of()
                : byId.keySet().stream()
                        .collect(Collectors.toUnmodifiableMap(id -> id, id -> maintenance(id, windows)));
    }

    private static Maintenance maintenance(String detector, List<MaintenanceWindow> windows) {
        return new Maintenance(windows.stream()
                .filter(window -> window.restsFor(detector))
                .map(MaintenanceWindow::schedule)
                .toList());
    }

    /** Those that are on, with the settings that hold for the fleet, in the order of their ids. */
    public List<Detector> detectors() {
        return detectors;
    }

    /** The detector of that id; empty when it is off for the fleet. */
    public Optional<Detector> detector(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** When the detector opens nothing. */
    public Maintenance maintenanceOf(String detector) {
        return maintenance.getOrDefault(detector, Maintenance.NEVER);
    }
}
