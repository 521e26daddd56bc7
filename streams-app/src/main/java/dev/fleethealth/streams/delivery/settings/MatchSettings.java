package dev.fleethealth.streams.delivery.settings;

import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.delivery.AlertMatch;
import java.util.List;

/**
 * Which alerts something is about: all that are named in every list that is given.
 *
 * @param fleets names: exact, globs, or regular expressions between slashes
 * @param detectors ids
 * @param severities how bad they are
 * @param scopes what they are about
 * @param dedupKeys single alerts
 */
public record MatchSettings(
        List<String> fleets,
        List<String> detectors,
        List<Severity> severities,
        List<Scope> scopes,
        List<String> dedupKeys) {
    public MatchSettings {
        Patterns.check("fleets", fleets);
    }

    AlertMatch match() {
        return new AlertMatch(Patterns.of(fleets), detectors, severities, scopes, dedupKeys);
    }
}
