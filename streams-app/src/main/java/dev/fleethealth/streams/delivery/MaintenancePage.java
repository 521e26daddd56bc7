package dev.fleethealth.streams.delivery;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import java.time.Instant;
import java.util.Map;

/** Says that a maintenance window has begun, or is over. */
final class MaintenancePage {
    private MaintenancePage() {}

    static String keyOf(Silence window) {
        return OwnPage.MAINTENANCE + "/" + Scope.FLEET + "/" + window.id();
    }

    static Alert begun(Silence window) {
        String fleets = window.match().fleets().isEmpty()
                ? "all"
                : String.join(", ", window.match().fleets());
        return Alert.newBuilder()
                .setDedupKey(keyOf(window))
                .setEpisodeId(keyOf(window) + "@" + window.from().toEpochMilli())
                .setDetector(OwnPage.MAINTENANCE)
                .setState(AlertState.OPEN)
                .setSeverity(Severity.INFO)
                .setScope(Scope.FLEET)
                .setFleet(fleets)
                .setOpenedAt(window.from())
                .setUpdatedAt(window.from())
                .setWindowStart(window.from())
                .setWindowEnd(window.until())
                .setObserved(0)
                .setThreshold(0)
                .setDeviceCount(0)
                .setProbableCause("admin-action")
                .setEvidence(Map.of("author", window.author(), "comment", window.comment()))
                .setSummary("Maintenance of fleets %s until %s".formatted(fleets, window.until()))
                .setAdvice("Alerts of this maintenance are silenced until it is over.")
                .setRunbook("docs/delivery.md")
                .build();
    }

    static Alert over(Alert begun, Instant now) {
        return Alert.newBuilder(begun)
                .setState(AlertState.RESOLVED)
                .setUpdatedAt(now)
                .setResolvedAt(now)
                .setSummary("Over: " + begun.getSummary())
                .build();
    }
}
