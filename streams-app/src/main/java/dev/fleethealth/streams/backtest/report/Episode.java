package dev.fleethealth.streams.backtest.report;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One alert from its opening to its resolution.
 *
 * @param transitions in the order of their emission, at least one
 */
public record Episode(List<Alert> transitions) {

    public String dedupKey() {
        return opening().getDedupKey();
    }

    public String detector() {
        return opening().getDetector();
    }

    public Scope scope() {
        return opening().getScope();
    }

    public String fleet() {
        return opening().getFleet();
    }

    /** The device or node that it is about. */
    public Optional<String> subject() {
        return Optional.ofNullable(opening().getClientId())
                .or(() -> Optional.ofNullable(opening().getNode()));
    }

    public Instant openedAt() {
        return opening().getOpenedAt();
    }

    /** Absent while it is open. */
    public Optional<Instant> resolvedAt() {
        return latest().getState() == AlertState.RESOLVED
                ? Optional.ofNullable(latest().getResolvedAt())
                : Optional.empty();
    }

    /** Absent while it is open. */
    public Optional<Duration> lasted() {
        return resolvedAt().map(resolved -> Duration.between(openedAt(), resolved));
    }

    /** The highest that it had. */
    public Severity severity() {
        return latest().getSeverity();
    }

    /** As it was seen last. */
    public String cause() {
        return latest().getProbableCause();
    }

    /** Dedup key of the alert that explains it. */
    public Optional<String> causedBy() {
        return Optional.ofNullable(latest().getEvidence().get("causedBy"));
    }

    /** What was last said of it before it was over. */
    public String summary() {
        return transitions.stream()
                .filter(alert -> alert.getState() != AlertState.RESOLVED)
                .reduce(opening(), (earlier, later) -> later)
                .getSummary();
    }

    private Alert opening() {
        return transitions.get(0);
    }

    private Alert latest() {
        return transitions.get(transitions.size() - 1);
    }
}
