package dev.fleethealth.streams.query.diagnosis;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.alert.AdviceBook;
import dev.fleethealth.streams.detector.ProbableCause;
import dev.fleethealth.streams.query.Device;
import dev.fleethealth.streams.query.Diagnosis;
import dev.fleethealth.streams.query.timeline.Past;
import dev.fleethealth.streams.query.timeline.Replay;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Says what was wrong with a device at a time, and what to do. The first rule that knows it holds. */
public final class Diagnoser {
    private static final List<Rule> RULES = List.of(
            new OpenAlertRule(),
            new MaintenanceRule(),
            new TakeoverRule(),
            new RefusalRule(),
            new RepetitionRule(),
            new AbsenceRule(),
            new RecoveryRule(),
            new QuietRule());

    private static final String NO_CAUSE = "none";

    private final Replay replay;
    private final AdviceBook advice;
    private final BiPredicate<String, Instant> maintained;

    /** @param maintained whether maintenance of a fleet was announced for a time */
    public Diagnoser(Replay replay, AdviceBook advice, BiPredicate<String, Instant> maintained) {
        this.replay = replay;
        this.advice = advice;
        this.maintained = maintained;
    }

    /**
     * The diagnosis.
     *
     * @param open all alerts that were open then, of whatever fleet
     */
    public Diagnosis diagnose(Device device, Past past, Instant at, List<Alert> open) {
        List<Replay.Step> steps = replay.of(past.until(at));
        List<Alert> alerts = concerning(device, steps, open);
        Symptoms symptoms = Symptoms.of(past, steps, at, alerts, maintained.test(device.fleet(), at));
        Judgement judgement = RULES.stream()
                .flatMap(rule -> rule.judge(symptoms).stream())
                .findFirst()
                .orElseThrow();
        return new Diagnosis(
                device.id(),
                device.fleet(),
                at,
                symptoms.presence(),
                judgement.kind(),
                judgement.verdict(),
                judgement.cause().map(ProbableCause::id).orElse(NO_CAUSE),
                EvidenceLines.of(symptoms, judgement),
                adviceFor(judgement),
                BackoffFinding.of(symptoms),
                DeliveryFinding.of(symptoms),
                alerts,
                judgement.detector().map(id -> "docs/runbooks/" + id + ".md").orElse(null));
    }

    private String adviceFor(Judgement judgement) {
        if (judgement.alert().isPresent()) {
            return judgement.alert().get().getAdvice();
        }
        Optional<String> ofCause = judgement
                .cause()
                .map(cause -> advice.adviceFor(
                        judgement.detector().orElse(""),
                        cause,
                        Symptoms.tally(judgement.troubles(), Trouble::reason),
                        Symptoms.tally(judgement.troubles(), Trouble::category)));
        return ofCause.orElseGet(() -> passing(judgement.troubles()));
    }

    private String passing(List<Trouble> troubles) {
        return troubles.isEmpty()
                ? "Nothing to do."
                : "Nothing to do now. Should it happen again: "
                        + advice.adviceFor(troubles.get(troubles.size() - 1).category());
    }

    private static List<Alert> concerning(Device device, List<Replay.Step> steps, List<Alert> open) {
        Set<String> nodes = steps.stream()
                .map(step -> step.event().getNode())
                .filter(node -> node != null)
                .collect(Collectors.toSet());
        return open.stream()
                .filter(alert -> switch (alert.getScope()) {
                    case FLEET -> alert.getFleet().equals(device.fleet());
                    case DEVICE ->
                        alert.getFleet().equals(device.fleet()) && device.id().equals(alert.getClientId());
                    case NODE -> alert.getNode() != null && nodes.contains(alert.getNode());
                })
                .toList();
    }
}
