package dev.fleethealth.streams.query.diagnosis;

import dev.fleethealth.streams.detector.ProbableCause;
import dev.fleethealth.streams.query.Diagnosis.Kind;
import dev.fleethealth.streams.query.Presence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** It is away, and did not say goodbye. */
final class AbsenceRule implements Rule {
    /** A device that tries with a pause of up to a minute is back by then, after a restart of its broker, too. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Override
    public Optional<Judgement> judge(Symptoms symptoms) {
        return symptoms.presence() == Presence.OFFLINE
                ? symptoms.lastEnding()
                        .filter(last -> !last.ending().isPlanned())
                        .map(last -> away(last, symptoms))
                : Optional.empty();
    }

    private static Judgement away(Trouble last, Symptoms symptoms) {
        Duration away = Duration.between(last.at(), symptoms.at());
        ProbableCause cause = ProbableCause.of(Map.of(last.category(), 1L), 1);
        boolean planned = BrokerSide.closed(last) && away.compareTo(PATIENCE) <= 0;
        String verdict = "It is away since %s (%s), when its connection ended with %s."
                .formatted(Words.time(last.at()), Words.span(away), last.category());
        return Judgement.of(planned ? Kind.PLANNED : Kind.FAULT, verdict, cause, List.of(last));
    }
}
