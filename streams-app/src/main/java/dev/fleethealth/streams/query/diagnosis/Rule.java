package dev.fleethealth.streams.query.diagnosis;

import java.util.Optional;

/** Knows one sort of trouble. */
interface Rule {
    /** What it makes of the symptoms; empty when they are none of its own. */
    Optional<Judgement> judge(Symptoms symptoms);
}
