package dev.fleethealth.benchmarks.day.broker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Events of the Fleet Health extension for HiveMQ. */
public final class HivemqFormat implements BrokerFormat {
    private static final String TOPICS = "$events/hivemq/";

    private static final Words REASONS = new Words(
            "hivemq",
            Map.of(
                    Ending.NORMAL, "NORMAL_DISCONNECTION",
                    Ending.KEEP_ALIVE, "KEEP_ALIVE_TIMEOUT",
                    Ending.TAKEN_OVER, "SESSION_TAKEN_OVER",
                    Ending.BAD_CREDENTIALS, "BAD_USER_NAME_OR_PASSWORD",
                    Ending.PROTOCOL_ERROR, "PROTOCOL_ERROR",
                    Ending.LIMIT, "QUOTA_EXCEEDED"));

    @Override
    public List<Message> connected(Connection connection, Instant at) {
        ObjectNode payload = event(connection, "client.connected", "onAuthenticationSuccessful", at);
        return List.of(new Message(TOPICS + "client_connected", payload.toString()));
    }

    @Override
    public List<Message> ended(Connection connection, Instant at, Ending ending) {
        String callback =
                switch (ending) {
                    case LOST -> "onConnectionLost";
                    case NORMAL -> "onClientInitiatedDisconnect";
                    default -> "onServerInitiatedDisconnect";
                };
        ObjectNode payload = event(connection, "client.disconnected", callback, at);
        if (ending != Ending.LOST) {
            payload.put("reasonCode", REASONS.of(ending));
        }
        return List.of(new Message(TOPICS + "client_disconnected", payload.toString()));
    }

    @Override
    public List<Message> refused(Connection connection, Instant at, Ending ending) {
        ObjectNode payload = event(connection, "client.connect_failed", "onAuthenticationFailedDisconnect", at)
                .put("reasonCode", REASONS.of(ending));
        return List.of(new Message(TOPICS + "client_connect_failed", payload.toString()));
    }

    @Override
    public List<Message> stopping(String node, Instant at) {
        return List.of(new Message(TOPICS + "broker_stopping", broker("broker.stopping", node, at)));
    }

    @Override
    public List<Message> started(String node, Instant at) {
        return List.of(new Message(TOPICS + "broker_started", broker("broker.started", node, at)));
    }

    private static String broker(String event, String node, Instant at) {
        return Json.object()
                .put("event", event)
                .put("at", at.toEpochMilli())
                .put("node", node)
                .put("brokerVersion", "2025.5")
                .toString();
    }

    private static ObjectNode event(Connection connection, String event, String callback, Instant at) {
        ObjectNode payload = Json.object()
                .put("event", event)
                .put("callback", callback)
                .put("at", at.toEpochMilli())
                .put("node", connection.node())
                .put("connectionId", connection.id())
                .put("clientId", connection.clientId())
                .put("mqttVersion", "V_5")
                .put("ip", connection.address())
                .put("connectedAt", connection.since().toEpochMilli());
        connection.tokenExpiresAt().ifPresent(end -> payload.put("credentialExpiresAt", end.toEpochMilli()));
        payload.putObject("connect")
                .put("cleanStart", true)
                .put("keepAlive", 60)
                .put("sessionExpiryInterval", 0)
                .put("username", "device");
        return payload;
    }
}
