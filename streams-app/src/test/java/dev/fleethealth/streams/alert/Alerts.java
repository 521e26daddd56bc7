package dev.fleethealth.streams.alert;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import java.time.Instant;

/** Alerts for tests. */
final class Alerts {
    static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    private Alerts() {}

    static Alert ofDevice(String detector, String device, AlertState state, long seconds) {
        return of(new Subject(detector, Scope.DEVICE, "fleet", device), state, seconds, "duplicate-client-id");
    }

    static Alert of(Subject subject, AlertState state, long seconds, String cause) {
        Instant at = START.plusSeconds(seconds);
        return Alert.newBuilder()
                .setDedupKey(subject.dedupKey())
                .setEpisodeId(subject.dedupKey() + "@" + at.toEpochMilli())
                .setDetector(subject.detector())
                .setState(state)
                .setSeverity(Severity.WARNING)
                .setScope(subject.scope())
                .setFleet(subject.fleet())
                .setClientId(subject.scope() == Scope.DEVICE ? subject.name() : null)
                .setOpenedAt(at)
                .setUpdatedAt(at)
                .setResolvedAt(state == AlertState.RESOLVED ? at : null)
                .setWindowStart(at)
                .setWindowEnd(at)
                .setObserved(4)
                .setThreshold(4)
                .setDeviceCount(1)
                .setProbableCause(cause)
                .setSummary("a summary")
                .setAdvice("an advice")
                .setRunbook("docs/runbooks/" + subject.detector() + ".md")
                .build();
    }
}
