package dev.fleethealth.streams.delivery;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.policy.MaintenanceWindow;
import dev.fleethealth.streams.policy.NamePattern;
import java.time.Instant;
import java.util.stream.Collectors;

/** Says that a maintenance window has begun, or is over. */
final class MaintenancePage {
    private MaintenancePage() {}

    static String keyOf(MaintenanceWindow window) {
        String detectors = window.detectors().stream().sorted().collect(Collectors.joining(","));
        return OwnPage.MAINTENANCE + "/" + Scope.FLEET + "/" + fleets(window)
                + (detectors.isEmpty() ? "" : "/" + detectors);
    }

    static Alert begun(MaintenanceWindow window, Instant end, Instant now) {
        return Alert.newBuilder()
                .setDedupKey(keyOf(window))
                .setEpisodeId(keyOf(window) + "@" + now.toEpochMilli())
                .setDetector(OwnPage.MAINTENANCE)
                .setState(AlertState.OPEN)
                .setSeverity(Severity.INFO)
                .setScope(Scope.FLEET)
                .setFleet(fleets(window))
                .setOpenedAt(now)
                .setUpdatedAt(now)
                .setWindowStart(now)
                .setWindowEnd(end)
                .setObserved(0)
                .setThreshold(0)
                .setDeviceCount(0)
                .setProbableCause("admin-action")
                .setSummary("Maintenance of fleets %s until %s".formatted(fleets(window), end))
                .setAdvice("Nothing opens an alert of this maintenance until it is over.")
                .setRunbook("docs/delivery.md")
                .build();
    }

    private static String fleets(MaintenanceWindow window) {
        return window.fleets().stream().map(NamePattern::text).collect(Collectors.joining(","));
    }
}
