package dev.fleethealth.streams.delivery.settings;

import dev.fleethealth.streams.delivery.Route;
import java.util.List;

/**
 * Where some alerts go.
 *
 * @param match which alerts
 * @param targets names of targets; none for alerts that are told nowhere
 */
public record RouteSettings(MatchSettings match, List<String> targets) {

    Route route() {
        return new Route(match.match(), targets);
    }
}
