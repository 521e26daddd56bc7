package dev.fleethealth.streams.delivery;

import dev.fleethealth.streams.policy.MaintenanceWindow;
import java.util.List;

/**
 * What the operator wants.
 *
 * @param routes the first that matches decides; without any, all alerts go to all targets
 * @param maintenance is announced; that nothing opens in it is not delivery's business
 */
public record Rules(List<Route> routes, Silences silences, List<MaintenanceWindow> maintenance) {
    public Rules {
        routes = List.copyOf(routes);
        maintenance = List.copyOf(maintenance);
    }
}
