package dev.fleethealth.streams.query;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Alerts of made-up fleets: some open, some over, one with hostile text. */
final class SampleEpisodes {
    private final Instant now;

    SampleEpisodes(Instant now) {
        this.now = now;
    }

    /** Newest first. */
    List<Alert> all() {
        List<Alert> alerts = new ArrayList<>();
        alerts.add(alert("reconnection-storm", "scooters", null, Severity.WARNING, "network-outage", 4, false));
        alerts.add(alert(
                "takeover-loop", "scooters", SampleDevices.TAKEN_OVER, Severity.WARNING, "two-programs", 22, false));
        alerts.add(alert(
                "auth-failure-loop", "scooters", SampleDevices.HOSTILE, Severity.INFO, "wrong-password", 31, false));
        alerts.add(alert("capacity-exhausted", "lab", null, Severity.CRITICAL, "connection-quota", 9, false));
        for (int hours = 1; hours < 40; hours++) {
            alerts.add(alert("mass-disconnect", "pumps", null, Severity.WARNING, "network-outage", hours * 60, true));
        }
        alerts.sort(Comparator.comparing(Alert::getOpenedAt).reversed());
        return alerts;
    }

    private Alert alert(
            String detector,
            String fleet,
            @Nullable String device,
            Severity severity,
            String cause,
            int minutesAgo,
            boolean over) {
        Instant opened = now.minus(Duration.ofMinutes(minutesAgo));
        String subject = device == null ? fleet : device;
        String key = detector + "/" + (device == null ? "FLEET/" + fleet : "DEVICE/" + fleet + "/" + device);
        Instant updated = over ? opened.plusSeconds(300) : opened.plusSeconds(60);
        return Alert.newBuilder()
                .setDedupKey(key)
                .setEpisodeId(key + "@" + opened.toEpochMilli())
                .setDetector(detector)
                .setState(over ? AlertState.RESOLVED : AlertState.UPDATED)
                .setSeverity(severity)
                .setScope(device == null ? Scope.FLEET : Scope.DEVICE)
                .setFleet(fleet)
                .setClientId(device)
                .setOpenedAt(opened)
                .setUpdatedAt(updated)
                .setResolvedAt(over ? updated : null)
                .setWindowStart(opened.minusSeconds(60))
                .setWindowEnd(opened)
                .setObserved(25)
                .setThreshold(20)
                .setDeviceCount(device == null ? 25 : 1)
                .setSampleDevices(List.of(device == null ? SampleDevices.HOSTILE : subject))
                .setCategories(Map.of("NETWORK_LOST", 25L))
                .setProbableCause(cause)
                .setEvidence(Map.of("backoff", "none (25)", "shareOfFleet", "21 %"))
                .setSummary(subject + ": 25 devices reconnected unplanned within 60 s")
                .setAdvice(
                        "Look at the network between the devices and the broker, then at the backoff of the firmware.")
                .setRunbook("docs/runbooks/" + detector + ".md")
                .build();
    }
}
