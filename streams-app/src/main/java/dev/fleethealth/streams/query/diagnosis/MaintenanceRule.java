package dev.fleethealth.streams.query.diagnosis;

import dev.fleethealth.streams.query.Diagnosis.Kind;
import java.util.Optional;

/** Maintenance was announced for that time. */
final class MaintenanceRule implements Rule {

    @Override
    public Optional<Judgement> judge(Symptoms symptoms) {
        return symptoms.maintained() && !symptoms.troubles().isEmpty()
                ? Optional.of(Judgement.passing(
                        Kind.PLANNED, "It was disturbed during announced maintenance.", symptoms.troubles()))
                : Optional.empty();
    }
}
