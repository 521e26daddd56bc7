package dev.fleethealth.streams.delivery;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import java.time.Instant;
import java.util.Map;

/** Alerts for tests: of fleets, all of one detector. */
public final class SampleAlerts {
    public static final String DETECTOR = "reconnection-storm";

    private SampleAlerts() {}

    public static String keyOf(String fleet) {
        return DETECTOR + "/FLEET/" + fleet;
    }

    public static Alert open(String fleet, Instant openedAt) {
        return Alert.newBuilder()
                .setDedupKey(keyOf(fleet))
                .setEpisodeId(keyOf(fleet) + "@" + openedAt.toEpochMilli())
                .setDetector(DETECTOR)
                .setState(AlertState.OPEN)
                .setSeverity(Severity.WARNING)
                .setScope(Scope.FLEET)
                .setFleet(fleet)
                .setOpenedAt(openedAt)
                .setUpdatedAt(openedAt)
                .setWindowStart(openedAt.minusSeconds(60))
                .setWindowEnd(openedAt)
                .setObserved(25)
                .setThreshold(20)
                .setDeviceCount(25)
                .setProbableCause("network-outage")
                .setSummary(fleet + ": 25 of 120 devices reconnected unplanned within 60 s")
                .setAdvice("Look at the network.")
                .setRunbook("docs/runbooks/" + DETECTOR + ".md")
                .build();
    }

    public static Alert updated(Alert before, Severity severity, Instant at) {
        return Alert.newBuilder(before)
                .setState(AlertState.UPDATED)
                .setSeverity(severity)
                .setUpdatedAt(at)
                .build();
    }

    public static Alert resolved(Alert before, Instant at) {
        return Alert.newBuilder(before)
                .setState(AlertState.RESOLVED)
                .setUpdatedAt(at)
                .setResolvedAt(at)
                .build();
    }

    public static Alert causedBy(Alert alert, String dedupKey) {
        return Alert.newBuilder(alert).setEvidence(Map.of("causedBy", dedupKey)).build();
    }
}
