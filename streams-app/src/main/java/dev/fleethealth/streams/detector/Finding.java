package dev.fleethealth.streams.detector;

import java.util.Map;

/**
 * What is said about an alert.
 *
 * @param summary one sentence with the numbers; cut to 200 characters when it is emitted
 * @param evidence short facts that a person can check; an alert that is over shows them as they were at its worst
 * @param outcome what became of it so far; an alert that is over shows it as it is then
 */
public record Finding(String summary, Map<String, String> evidence, Map<String, String> outcome) {
    public Finding {
        evidence = Map.copyOf(evidence);
        outcome = Map.copyOf(outcome);
    }

    /** A finding whose evidence says all. */
    public Finding(String summary, Map<String, String> evidence) {
        this(summary, evidence, Map.of());
    }
}
