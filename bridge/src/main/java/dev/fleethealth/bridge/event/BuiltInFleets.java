package dev.fleethealth.bridge.event;

import java.util.Optional;

/**
 * Fleets that are part of a client id by the vendor's own convention: {@code projects/{p}/locations/{r}/registries/{reg}/
 * devices/{d}} of Google Cloud IoT Core and ClearBlade is fleet {@code {p}/{reg}}, and {@code {group}@@@{device}} of
 * Alibaba ApsaraMQ is fleet {@code {group}}.
 */
final class BuiltInFleets {
    private static final String GROUP_SEPARATOR = "@@@";

    private BuiltInFleets() {}

    static Optional<String> of(String clientId) {
        Optional<String> registry = registry(clientId);
        return registry.isPresent() ? registry : group(clientId);
    }

    private static Optional<String> registry(String clientId) {
        if (!clientId.startsWith("projects/") || clientId.length() > FleetRule.MAX_TEXT_LENGTH) {
            return Optional.empty();
        }
        String[] parts = clientId.split("/", -1);
        boolean path = parts.length == 8
                && parts[2].equals("locations")
                && parts[4].equals("registries")
                && parts[6].equals("devices");
        boolean named = path && !parts[1].isEmpty() && !parts[5].isEmpty() && !parts[7].isEmpty();
        return named ? FleetName.of(parts[1] + "/" + parts[5]) : Optional.empty();
    }

    private static Optional<String> group(String clientId) {
        int end = clientId.indexOf(GROUP_SEPARATOR);
        return end < 1 ? Optional.empty() : FleetName.of(clientId.substring(0, end));
    }
}
