package dev.fleethealth.streams.query.diagnosis;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.detector.ProbableCause;
import dev.fleethealth.streams.query.Diagnosis.Kind;
import java.util.List;
import java.util.Optional;

/**
 * What a rule makes of the symptoms.
 *
 * @param verdict one sentence
 * @param cause empty where there is nothing to look for
 * @param detector whose runbook and advice fit; empty for none
 * @param troubles that it is read off
 * @param alert that says it all, with its advice
 */
record Judgement(
        Kind kind,
        String verdict,
        Optional<ProbableCause> cause,
        Optional<String> detector,
        List<Trouble> troubles,
        Optional<Alert> alert) {

    static Judgement nothing(Kind kind, String verdict) {
        return new Judgement(kind, verdict, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    static Judgement of(Kind kind, String verdict, ProbableCause cause, List<Trouble> troubles) {
        return new Judgement(
                kind,
                verdict,
                Optional.of(cause),
                Optional.of(FittingDetector.of(cause, troubles)),
                troubles,
                Optional.empty());
    }

    /** Passes by itself; what it was stands in the evidence. */
    static Judgement passing(Kind kind, String verdict, List<Trouble> troubles) {
        return new Judgement(kind, verdict, Optional.empty(), Optional.empty(), troubles, Optional.empty());
    }

    static Judgement of(Kind kind, String verdict, Alert alert, List<Trouble> troubles) {
        return new Judgement(
                kind,
                verdict,
                Optional.of(ProbableCause.ofId(alert.getProbableCause())),
                Optional.of(alert.getDetector()),
                troubles,
                Optional.of(alert));
    }
}
