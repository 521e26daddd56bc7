package dev.fleethealth.bridge.event;

import dev.fleethealth.schemas.ConnectionEvent;
import java.util.Optional;

/** Says which fleet an event belongs to: the first rule that fits, a built-in one, the source's fleet, {@code default}. */
final class FleetAssignment {
    private static final String DEFAULT = "default";

    private final EventOrigin settings;

    FleetAssignment(EventOrigin settings) {
        this.settings = settings;
    }

    String fleetOf(ConnectionEvent.Builder draft, String topic) {
        Optional<String> clientId = Optional.ofNullable(draft.getClientId());
        for (FleetRule rule : settings.fleetRules()) {
            Optional<String> fleet = text(rule, draft, topic).flatMap(rule::fleetOf);
            if (fleet.isPresent()) {
                return fleet.get();
            }
        }
        return clientId.flatMap(BuiltInFleets::of).orElse(settings.fleet().orElse(DEFAULT));
    }

    private static Optional<String> text(FleetRule rule, ConnectionEvent.Builder draft, String topic) {
        return switch (rule.subject()) {
            case CLIENT_ID -> Optional.ofNullable(draft.getClientId());
            case TOPIC -> Optional.of(topic);
            case USERNAME -> Optional.ofNullable(draft.getUsername());
        };
    }
}
