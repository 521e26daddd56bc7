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

    public static DeviceKey of(ConnectionEvent event) {
        if (event.getClientId() != null) {
            return new DeviceKey(event.getFleet(), event.getClientId(), "");
        }
        return new DeviceKey(event.getFleet(), "", event.getPeerAddress() == null ? "" : event.getPeerAddress());
    }

    /** Whether it is no device, but the broker that reports of itself. */
    public boolean isBroker() {
        return clientId.isEmpty() && address.isEmpty();
    }

    /** The key in the device store; differs from the key on Kafka only where there is no client id. */
    public String toText() {
        char separator = ConnectionEventKey.SEPARATOR;
        return clientId.isEmpty() ? fleet + separator + separator + address : fleet + separator + clientId;
    }

    public static DeviceKey parse(String text) {
        int separator = text.indexOf(ConnectionEventKey.SEPARATOR);
        String fleet = text.substring(0, separator);
        String name = text.substring(separator + 1);
        boolean isAddress = !name.isEmpty() && name.charAt(0) == ConnectionEventKey.SEPARATOR;
        return isAddress ? new DeviceKey(fleet, "", name.substring(1)) : new DeviceKey(fleet, name, "");
    }
}
