package dev.fleethealth.streams.alert;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.streams.detector.ProbableCause;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which open alert explains another: tokens that expired together explain the reconnects that follow. The explained one
 * says so in {@code evidence.causedBy}, so that nobody is paged twice for one trouble (detection.md §3).
 */
public final class Explanations {
    private static final String CAUSED_BY = "causedBy";

    /** The detector whose alert is the cause itself. */
    private static final Map<ProbableCause, String> EXPLAINED_BY = Map.of(
            ProbableCause.BROKER_RESTART, "broker-restart",
            ProbableCause.CREDENTIAL_EXPIRY, "jwt-expiry-cluster",
            ProbableCause.DUPLICATE_CLIENT_ID, "takeover-loop",
            ProbableCause.CAPACITY_LIMIT, "capacity-exhausted");

    private final PassedAlerts open;

    public Explanations(PassedAlerts open) {
        this.open = open;
    }

    /** The alert, with what explains it if that is open; once explained, it stays so for the episode. */
    public Alert explain(Alert alert) {
        return explanationOf(alert)
                .map(dedupKey -> withCausedBy(alert, dedupKey))
                .orElse(alert);
    }

    private Optional<String> explanationOf(Alert alert) {
        Optional<String> before = alert.getState() == AlertState.OPEN
                ? Optional.empty()
                : open.find(alert.getDedupKey())
                        .map(known -> known.latest().getEvidence().get(CAUSED_BY));
        return before.or(() -> openExplanationOf(alert));
    }

    private Optional<String> openExplanationOf(Alert alert) {
        String detector = EXPLAINED_BY.get(ProbableCause.ofId(alert.getProbableCause()));
        if (detector == null || detector.equals(alert.getDetector())) {
            return Optional.empty();
        }
        Stream<Subject> candidates = Stream.of(
                new Subject(detector, Scope.FLEET, alert.getFleet(), ""),
                new Subject(detector, Scope.DEVICE, alert.getFleet(), nameOf(alert)));
        return candidates
                .map(Subject::dedupKey)
                .filter(key -> open.find(key).isPresent())
                .findFirst();
    }

    private static String nameOf(Alert alert) {
        return alert.getClientId() == null ? "" : alert.getClientId();
    }

    private static Alert withCausedBy(Alert alert, String dedupKey) {
        Map<String, String> evidence = new HashMap<>(alert.getEvidence());
        evidence.put(CAUSED_BY, dedupKey);
        return Alert.newBuilder(alert).setEvidence(evidence).build();
    }
}
