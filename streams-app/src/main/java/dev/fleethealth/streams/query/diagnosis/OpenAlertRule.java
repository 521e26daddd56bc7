package dev.fleethealth.streams.query.diagnosis;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.streams.detector.ProbableCause;
import dev.fleethealth.streams.query.Diagnosis.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An alert that is open explains it: one of its fleet or node that it has a part in, else one of its own. */
final class OpenAlertRule implements Rule {
    /** How long before an alert's window a device may have been the first that was hit. */
    private static final Duration BEFORE = Duration.ofMinutes(5);

    @Override
    public Optional<Judgement> judge(Symptoms symptoms) {
        Optional<Alert> own = symptoms.alerts().stream()
                .filter(alert -> alert.getScope() == Scope.DEVICE)
                .findFirst();
        Optional<Alert> explaining = own.flatMap(alert -> explanation(alert, symptoms.alerts()));
        return explaining
                .map(alert -> shared(alert, symptoms.troubles()))
                .or(() -> own.map(alert -> Judgement.of(
                        Kind.FAULT, "An alert is open for it: " + alert.getSummary(), alert, symptoms.troubles())))
                .or(() -> ofOthers(symptoms));
    }

    private static Optional<Alert> explanation(Alert own, List<Alert> open) {
        String key = own.getEvidence().get("causedBy");
        return open.stream().filter(alert -> alert.getDedupKey().equals(key)).findFirst();
    }

    private static Optional<Judgement> ofOthers(Symptoms symptoms) {
        return symptoms.alerts().stream()
                .filter(alert -> alert.getScope() != Scope.DEVICE)
                .flatMap(alert -> {
                    List<Trouble> hit = partIn(alert, symptoms);
                    return hit.isEmpty() ? Stream.empty() : Stream.of(shared(alert, hit));
                })
                .findFirst();
    }

    private static List<Trouble> partIn(Alert alert, Symptoms symptoms) {
        ProbableCause cause = ProbableCause.ofId(alert.getProbableCause());
        return symptoms.troubles().stream()
                .filter(trouble -> !trouble.at().isBefore(alert.getWindowStart().minus(BEFORE)))
                .filter(trouble -> cause == ProbableCause.UNKNOWN || cause.isShownBy(trouble.category()))
                .toList();
    }

    private static Judgement shared(Alert alert, List<Trouble> hit) {
        boolean planned = ProbableCause.ofId(alert.getProbableCause()) == ProbableCause.BROKER_RESTART;
        String verdict = planned
                ? "Its broker closed connections to restart: " + alert.getSummary()
                : "It shares a trouble with others: " + alert.getSummary();
        return Judgement.of(planned ? Kind.PLANNED : Kind.FLEET_TROUBLE, verdict, alert, hit);
    }
}
