package dev.fleethealth.benchmarks.day.broker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Lifecycle events of AWS IoT Core. */
public final class AwsIotFormat implements BrokerFormat {
    private static final String TOPICS = "$aws/events/presence/";

    private static final Words REASONS = new Words(
            "aws-iot",
            Map.of(
                    Ending.NORMAL, "CLIENT_INITIATED_DISCONNECT",
                    Ending.LOST, "CONNECTION_LOST",
                    Ending.KEEP_ALIVE, "MQTT_KEEP_ALIVE_TIMEOUT",
                    Ending.TAKEN_OVER, "DUPLICATE_CLIENTID",
                    Ending.BLOCKED, "FORBIDDEN_ACCESS",
                    Ending.LIMIT, "THROTTLED"));

    @Override
    public List<Message> connected(Connection connection, Instant at) {
        ObjectNode payload = event(connection, "connected", at)
                .put("ipAddress", connection.address())
                .put("versionNumber", connection.version());
        return List.of(message("connected/", connection, payload));
    }

    @Override
    public List<Message> ended(Connection connection, Instant at, Ending ending) {
        ObjectNode payload = event(connection, "disconnected", at)
                .put("clientInitiatedDisconnect", ending == Ending.NORMAL)
                .put("disconnectReason", REASONS.of(ending))
                .put("versionNumber", connection.version());
        return List.of(message("disconnected/", connection, payload));
    }

    @Override
    public List<Message> refused(Connection connection, Instant at, Ending ending) {
        ObjectNode payload = event(connection, "connect_failed", at)
                .put("connectFailureReason", "AUTHORIZATION_FAILED")
                .put("ipAddress", connection.address());
        return List.of(message("connect_failed/", connection, payload));
    }

    private static Message message(String topic, Connection connection, ObjectNode payload) {
        return new Message(TOPICS + topic + connection.clientId(), payload.toString());
    }

    private static ObjectNode event(Connection connection, String event, Instant at) {
        return Json.object()
                .put("clientId", connection.clientId())
                .put("timestamp", at.toEpochMilli())
                .put("eventType", event)
                .put("sessionIdentifier", connection.id())
                .put("principalIdentifier", "certificate");
    }
}
