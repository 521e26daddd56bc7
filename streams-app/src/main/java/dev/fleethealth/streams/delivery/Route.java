package dev.fleethealth.streams.delivery;

import dev.fleethealth.schemas.Alert;
import java.util.List;

/**
 * Where matching alerts go.
 *
 * @param targets names of targets; none for alerts that are told nowhere
 */
public record Route(AlertMatch match, List<String> targets) {
    public Route {
        targets = List.copyOf(targets);
    }

    /**
     * Whether an alert goes to a target: as the first route that matches says. Without any route all go everywhere; what no route matches
     * goes nowhere.
     */
    public static boolean leads(List<Route> routes, Alert alert, String target) {
        return routes.isEmpty()
                || routes.stream()
                        .filter(route -> route.match.matches(alert))
                        .findFirst()
                        .map(route -> route.targets.contains(target))
                        .orElse(false);
    }
}
