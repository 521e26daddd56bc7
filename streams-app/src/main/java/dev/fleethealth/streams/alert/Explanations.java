package dev.fleethealth.streams.alert;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.streams.detector.ProbableCause;
import java.util.Comparator;
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
                : open.find(Subject.of(alert))
                        .map(known -> known.latest().getEvidence().get(CAUSED_BY));
        return before.or(() -> openExplanationOf(alert));
    }

    private Optional<String> openExplanationOf(Alert alert) {
        return ProbableCause.ofId(alert.getProbableCause())
                .detector()
                .filter(detector -> !detector.equals(alert.getDetector()))
                .flatMap(detector -> Stream.of(
                                open.find(new Subject(detector, Scope.FLEET, alert.getFleet(), "")),
                                open.find(new Subject(detector, Scope.DEVICE, alert.getFleet(), nameOf(alert))),
                                openNode(detector, alert.getFleet()))
                        .flatMap(Optional::stream)
                        .findFirst())
                .map(explaining -> explaining.latest().getDedupKey());
    }

    /** A node of the fleet, or else any: brokers report their restarts for themselves, not for a fleet. */
    private Optional<PassedAlert> openNode(String detector, String fleet) {
        return open.all().stream()
                .filter(alert -> alert.latest().getScope() == Scope.NODE)
                .filter(alert -> alert.latest().getDetector().equals(detector))
                .min(Comparator.comparing(alert -> !alert.latest().getFleet().equals(fleet)));
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
