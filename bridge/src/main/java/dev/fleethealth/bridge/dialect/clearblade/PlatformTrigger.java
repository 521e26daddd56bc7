package dev.fleethealth.bridge.dialect.clearblade;

import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.json.JsonObject;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.bridge.dialect.reason.Reason;
import dev.fleethealth.bridge.dialect.reason.ReasonTable;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.util.List;
import java.util.Set;

/**
 * What a code service of the ClearBlade platform publishes of its request's parameters when a trigger runs it;
 * {@code docs/dialects/clearblade.md} has such a service. The platform gives no reason, no address and no time: the
 * service adds {@code timestamp}.
 */
final class PlatformTrigger {
    private static final String PREFIX = "Messaging::";
    private static final Set<String> MAPPED = Set.of("trigger", "deviceName", "email", "timestamp");

    private PlatformTrigger() {}

    static Decoding decode(JsonObject payload) throws MalformedMessageException {
        String trigger = payload.requiredText("trigger");
        return switch (trigger.startsWith(PREFIX) ? trigger.substring(PREFIX.length()) : trigger) {
            case "MQTTDeviceConnected" -> event(device(payload, EventType.CONNECTED));
            case "MQTTDeviceDisconnected" -> event(device(payload, EventType.DISCONNECTED));
            case "MQTTUserConnected" -> event(user(payload, EventType.CONNECTED));
            case "MQTTUserDisconnected" -> event(user(payload, EventType.DISCONNECTED));
            default -> new Decoding.Ignored("a trigger that is not about connections");
        };
    }

    private static Decoding event(ConnectionEvent.Builder draft) {
        return new Decoding.Events(List.of(draft));
    }

    private static ConnectionEvent.Builder device(JsonObject payload, EventType type) throws MalformedMessageException {
        return draft(payload, type).setClientId(payload.requiredText("deviceName"));
    }

    /** A person or a program of the platform, not a device: it has no client id. */
    private static ConnectionEvent.Builder user(JsonObject payload, EventType type) throws MalformedMessageException {
        return draft(payload, type).setUsername(payload.requiredText("email"));
    }

    private static ConnectionEvent.Builder draft(JsonObject payload, EventType type) throws MalformedMessageException {
        ConnectionEvent.Builder draft = ConnectionEvent.newBuilder().setType(type);
        payload.epochMillis("timestamp").ifPresent(draft::setOccurredAt);
        if (type == EventType.DISCONNECTED) {
            ReasonTable.report(draft, Reason.UNKNOWN);
        }
        return draft.setAttributes(payload.rest(MAPPED));
    }
}
