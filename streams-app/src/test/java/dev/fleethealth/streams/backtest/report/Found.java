package dev.fleethealth.streams.backtest.report;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import java.time.Instant;
import java.util.List;

/** Alerts of a backtest, for tests. */
public final class Found {
    public static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private Found() {}

    /** Opened and resolved so many seconds after the start. */
    static Episode storm(String fleet, long opened, long resolved) {
        return storm(fleet, opened, resolved, Severity.WARNING, "network-outage");
    }

    static Episode storm(String fleet, long opened, long resolved, Severity severity, String cause) {
        return new Episode(List.of(
                alert(fleet, opened, opened, AlertState.OPEN, severity, cause),
                alert(fleet, opened, resolved, AlertState.RESOLVED, severity, cause)));
    }

    /** A transition of the storm that opened then. */
    public static Alert transition(String fleet, long opened, long updated, AlertState state) {
        return alert(fleet, opened, updated, state, Severity.WARNING, "network-outage");
    }

    private static Alert alert(
            String fleet, long opened, long updated, AlertState state, Severity severity, String cause) {
        Instant at = START.plusSeconds(updated);
        String key = "reconnection-storm/FLEET/" + fleet;
        return Alert.newBuilder()
                .setDedupKey(key)
                .setEpisodeId(key + "@" + opened)
                .setDetector("reconnection-storm")
                .setState(state)
                .setSeverity(severity)
                .setScope(Scope.FLEET)
                .setFleet(fleet)
                .setOpenedAt(START.plusSeconds(opened))
                .setUpdatedAt(at)
                .setResolvedAt(state == AlertState.RESOLVED ? at : null)
                .setWindowStart(at)
                .setWindowEnd(at)
                .setObserved(30)
                .setThreshold(20)
                .setDeviceCount(30)
                .setProbableCause(cause)
                .setSummary(state == AlertState.RESOLVED ? "over" : "30 devices")
                .setAdvice("")
                .setRunbook("")
                .build();
    }
}
