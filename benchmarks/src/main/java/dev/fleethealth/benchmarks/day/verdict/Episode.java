package dev.fleethealth.benchmarks.day.verdict;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One alert from its opening to its resolution, as it was found. */
public record Episode(List<Alert> transitions) {

    /** The episodes in the order of their opening. */
    public static List<Episode> of(List<Alert> alerts) {
        Map<String, List<Alert>> byId = new LinkedHashMap<>();
        alerts.forEach(alert -> byId.computeIfAbsent(alert.getEpisodeId(), id -> new ArrayList<>())
                .add(alert));
        return byId.values().stream().map(Episode::new).toList();
    }

    private Alert first() {
        return transitions.get(0);
    }

    private Alert last() {
        return transitions.get(transitions.size() - 1);
    }

    String detector() {
        return first().getDetector();
    }

    Scope scope() {
        return first().getScope();
    }

    String fleet() {
        return first().getFleet();
    }

    /** Device or node. */
    Optional<String> about() {
        return Optional.ofNullable(first().getClientId()).or(() -> Optional.ofNullable(first().getNode()));
    }

    Instant openedAt() {
        return first().getOpenedAt();
    }

    Optional<Instant> resolvedAt() {
        return last().getState() == AlertState.RESOLVED
                ? Optional.ofNullable(last().getResolvedAt())
                : Optional.empty();
    }

    Severity severity() {
        return last().getSeverity();
    }

    String cause() {
        return String.valueOf(last().getProbableCause());
    }

    Optional<String> causedBy() {
        return Optional.ofNullable(last().getEvidence().get("causedBy"));
    }

    String key() {
        return first().getDedupKey();
    }
}
