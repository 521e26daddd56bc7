package dev.fleethealth.bridge.event;

import dev.fleethealth.schemas.privacy.Privacy;
import java.util.List;
import java.util.Optional;

/**
 * What the operator says about one source of events.
 *
 * @param dialect id of its dialect, the event's {@code source}
 * @param fleet the fleet of devices that no rule knows; absent for {@code default}
 * @param fleetRules tried in this order, before the built-in ones
 * @param privacy what becomes of addresses and user names
 */
public record EventOrigin(String dialect, Optional<String> fleet, List<FleetRule> fleetRules, Privacy privacy) {
    public EventOrigin {
        fleetRules = List.copyOf(fleetRules);
    }

    /** A source about which nothing is configured. */
    public static EventOrigin of(String dialect) {
        return new EventOrigin(dialect, Optional.empty(), List.of(), Privacy.KEEP_ALL);
    }
}
