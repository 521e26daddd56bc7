package dev.fleethealth.streams.delivery;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.policy.NamePattern;
import java.util.List;

/**
 * Which alerts something is about: all that are named in every list that is not empty.
 *
 * @param fleets their names
 * @param detectors ids
 * @param dedupKeys single alerts
 */
public record AlertMatch(
        List<NamePattern> fleets,
        List<String> detectors,
        List<Severity> severities,
        List<Scope> scopes,
        List<String> dedupKeys) {
    /** Matches every alert. */
    public static final AlertMatch ANY = new AlertMatch(List.of(), List.of(), List.of(), List.of(), List.of());

    public AlertMatch {
        fleets = List.copyOf(fleets);
        detectors = List.copyOf(detectors);
        severities = List.copyOf(severities);
        scopes = List.copyOf(scopes);
        dedupKeys = List.copyOf(dedupKeys);
    }

    public boolean matches(Alert alert) {
        return (fleets.isEmpty() || fleets.stream().anyMatch(pattern -> pattern.matches(alert.getFleet())))
                && isIn(detectors, alert.getDetector())
                && isIn(severities, alert.getSeverity())
                && isIn(scopes, alert.getScope())
                && isIn(dedupKeys, alert.getDedupKey());
    }

    private static <T> boolean isIn(List<T> named, T value) {
        return named.isEmpty() || named.contains(value);
    }
}
