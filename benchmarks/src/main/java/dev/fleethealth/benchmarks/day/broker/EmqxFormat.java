package dev.fleethealth.benchmarks.day.broker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Rule events of EMQX 6, republished. */
public final class EmqxFormat implements BrokerFormat {
    private static final String TOPIC = "fleet-health/events";

    private static final Words REASONS = new Words(
            "emqx",
            Map.of(
                    Ending.NORMAL, "normal",
                    Ending.LOST, "tcp_closed",
                    Ending.KEEP_ALIVE, "keepalive_timeout",
                    Ending.TAKEN_OVER, "takenover",
                    Ending.NOT_AUTHORIZED, "not_authorized",
                    Ending.BAD_CREDENTIALS, "bad_username_or_password",
                    Ending.REDIRECTED, "use_another_server",
                    Ending.KICKED, "kicked"));

    @Override
    public List<Message> connected(Connection connection, Instant at) {
        ObjectNode payload = event(connection, "client.connected", at)
                .put("keepalive", 60)
                .put("clean_start", true)
                .put("expiry_interval", 3600)
                .put("connected_at", at.toEpochMilli());
        return List.of(new Message(TOPIC, payload.toString()));
    }

    @Override
    public List<Message> ended(Connection connection, Instant at, Ending ending) {
        ObjectNode payload = event(connection, "client.disconnected", at)
                .put("reason", REASONS.of(ending))
                .put("connected_at", connection.since().toEpochMilli())
                .put("disconnected_at", at.toEpochMilli());
        return List.of(new Message(TOPIC, payload.toString()));
    }

    @Override
    public List<Message> refused(Connection connection, Instant at, Ending ending) {
        ObjectNode payload = event(connection, "client.connack", at).put("reason_code", REASONS.of(ending));
        return List.of(new Message(TOPIC, payload.toString()));
    }

    private static ObjectNode event(Connection connection, String event, Instant at) {
        ObjectNode payload = Json.object()
                .put("event", event)
                .put("timestamp", at.toEpochMilli())
                .put("node", connection.node())
                .put("clientid", connection.clientId())
                .put("username", "device")
                .put("peername", connection.peer())
                .put("sockname", "0.0.0.0:8883")
                .put("proto_name", "MQTT")
                .put("proto_ver", 5);
        ObjectNode attributes = payload.putObject("client_attrs");
        connection
                .tokenExpiresAt()
                .ifPresent(end -> attributes.put("credential_expires_at", String.valueOf(end.getEpochSecond())));
        return payload;
    }
}
