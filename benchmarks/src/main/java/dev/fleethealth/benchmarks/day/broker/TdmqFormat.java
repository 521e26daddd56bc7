package dev.fleethealth.benchmarks.day.broker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Client events of Tencent TDMQ; a refused connect is an end. */
public final class TdmqFormat implements BrokerFormat {
    private static final Words REASONS = new Words(
            "tdmq",
            Map.of(
                    Ending.NORMAL, "normal",
                    Ending.LOST, "tcp_closed",
                    Ending.KEEP_ALIVE, "keepalive_timeout",
                    Ending.TAKEN_OVER, "takeovered",
                    Ending.TOKEN_EXPIRED, "authentication_expired",
                    Ending.SHUTDOWN, "go_away",
                    Ending.LIMIT, "too_many_connection"));

    @Override
    public List<Message> connected(Connection connection, Instant at) {
        ObjectNode payload = event(connection, "client.connected")
                .put("clean_start", true)
                .put("connected_at", at.toEpochMilli())
                .put("keepalive", 60)
                .put("proto_ver", 4)
                .put("timestamp", at.toEpochMilli());
        return List.of(new Message("$events/client_connected", payload.toString()));
    }

    @Override
    public List<Message> ended(Connection connection, Instant at, Ending ending) {
        ObjectNode payload = event(connection, "client.disconnected")
                .put("reason", REASONS.of(ending))
                .put("peername", connection.peer())
                .put("disconnected_at", at.toEpochMilli());
        return List.of(new Message("$events/client_disconnected", payload.toString()));
    }

    @Override
    public List<Message> refused(Connection connection, Instant at, Ending ending) {
        return ended(connection, at, ending);
    }

    private static ObjectNode event(Connection connection, String event) {
        return Json.object()
                .put("clientid", connection.clientId())
                .put("username", "device")
                .put("event", event)
                .put("node", connection.node());
    }
}
