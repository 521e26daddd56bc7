package dev.fleethealth.streams.detector;

import java.util.Map;

/**
 * What is said about an alert.
 *
 * @param summary one sentence with the numbers; cut to 200 characters when it is emitted
 * @param evidence short facts that a person can check
 */
public record Finding(ProbableCause cause, String summary, Map<String, String> evidence) {
    public Finding {
        evidence = Map.copyOf(evidence);
    }
}
