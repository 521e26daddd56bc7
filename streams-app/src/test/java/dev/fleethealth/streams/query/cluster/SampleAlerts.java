package dev.fleethealth.streams.query.cluster;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Transitions of storms. */
public final class SampleAlerts {
    private SampleAlerts() {}

    public static Alert open(String fleet, Severity severity, Instant openedAt) {
        String key = "reconnection-storm/FLEET/" + fleet;
        return Alert.newBuilder()
                .setDedupKey(key)
                .setEpisodeId(key + "@" + openedAt.toEpochMilli())
                .setDetector("reconnection-storm")
                .setState(AlertState.OPEN)
                .setSeverity(severity)
                .setScope(Scope.FLEET)
                .setFleet(fleet)
                .setOpenedAt(openedAt)
                .setUpdatedAt(openedAt)
                .setWindowStart(openedAt.minusSeconds(60))
                .setWindowEnd(openedAt)
                .setObserved(30)
                .setThreshold(20)
                .setDeviceCount(30)
                .setSampleDevices(List.of())
                .setCategories(Map.of())
                .setProbableCause("network-outage")
                .setEvidence(Map.of())
                .setSummary(fleet + ": 30 devices")
                .setAdvice("look at the network")
                .setRunbook("docs/runbooks/reconnection-storm.md")
                .build();
    }

    public static Alert resolved(Alert open, Instant at) {
        return Alert.newBuilder(open)
                .setState(AlertState.RESOLVED)
                .setUpdatedAt(at)
                .setResolvedAt(at)
                .build();
    }
}
