package dev.fleethealth.bridge.dialect.clearblade;

import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.json.JsonObject;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.bridge.dialect.reason.Situation;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.util.List;
import java.util.Optional;

/**
 * The {@code jsonPayload} of a device log entry ("Viewing device logs" of ClearBlade IoT Core, which continues Google
 * Cloud IoT Core's format): what the device or the service did, and its status.
 */
final class DeviceActivity {
    private DeviceActivity() {}

    static Decoding decode(JsonObject activity) throws MalformedMessageException {
        Status status = Status.of(activity);
        return switch (activity.text("eventType").orElse("")) {
            case "CONNECT" -> event(connect(status));
            case "DISCONNECT" -> event(disconnect(activity, status));
            case "SUBSCRIBE" -> subscription(EventType.SUBSCRIBED, status);
            case "UNSUBSCRIBE" -> subscription(EventType.UNSUBSCRIBED, status);
            default -> new Decoding.Ignored("an entry that is not about connections");
        };
    }

    private static Decoding event(ConnectionEvent.Builder draft) {
        return new Decoding.Events(List.of(draft));
    }

    private static ConnectionEvent.Builder connect(Status status) {
        if (status.isOk()) {
            return ConnectionEvent.newBuilder().setType(EventType.CONNECTED);
        }
        ConnectionEvent.Builder draft = ConnectionEvent.newBuilder().setType(EventType.CONNECT_FAILED);
        status.report(draft, Situation.CONNECT);
        return draft;
    }

    private static ConnectionEvent.Builder disconnect(JsonObject activity, Status status)
            throws MalformedMessageException {
        ConnectionEvent.Builder draft = ConnectionEvent.newBuilder().setType(EventType.DISCONNECTED);
        status.report(draft, situation(activity.text("disconnectType")));
        return draft;
    }

    private static Situation situation(Optional<String> disconnectType) {
        return switch (disconnectType.orElse("")) {
            case "CLIENT" -> Situation.CLIENT_DISCONNECT;
            case "SERVER" -> Situation.SERVER_DISCONNECT;
            default -> Situation.DISCONNECT;
        };
    }

    private static Decoding subscription(EventType type, Status status) {
        return status.isOk()
                ? event(ConnectionEvent.newBuilder().setType(type))
                : new Decoding.Ignored("a subscription that was refused");
    }
}
