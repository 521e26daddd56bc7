package dev.fleethealth.streams.device;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.ConnectionEventKey;

/**
 * Which device a state belongs to.
 *
 * @param clientId empty for what a broker reports without a client id
 * @param address tells apart what has no client id; empty otherwise
 */
public record DeviceKey(String fleet, String clientId, String address) {
    private static final String CLIENT = "c";
    private static final String ADDRESS = "a";

    public static DeviceKey of(ConnectionEvent event) {
        if (event.getClientId() != null && !event.getClientId().isEmpty()) {
            return new DeviceKey(event.getFleet(), event.getClientId(), "");
        }
        return new DeviceKey(event.getFleet(), "", event.getPeerAddress() == null ? "" : event.getPeerAddress());
    }

    /** The key in the device store; a letter tells a client id from an address. */
    public String toText() {
        return fleet + ConnectionEventKey.SEPARATOR + (clientId.isEmpty() ? ADDRESS + address : CLIENT + clientId);
    }

    public static DeviceKey parse(String text) {
        int separator = text.indexOf(ConnectionEventKey.SEPARATOR);
        String fleet = text.substring(0, separator);
        String name = text.substring(separator + 2);
        return text.startsWith(CLIENT, separator + 1) ? new DeviceKey(fleet, name, "") : new DeviceKey(fleet, "", name);
    }
}
