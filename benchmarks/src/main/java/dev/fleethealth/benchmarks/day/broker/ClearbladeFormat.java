package dev.fleethealth.benchmarks.day.broker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Device log entries of ClearBlade IoT Core. Client ids are full device paths. */
public final class ClearbladeFormat implements BrokerFormat {
    private static final Words MESSAGES = new Words(
            "clearblade",
            Map.of(
                    Ending.NORMAL, "",
                    Ending.LOST, "The connection broke or was closed by the client.",
                    Ending.KEEP_ALIVE, "mqtt: SERVER: The connection was closed because MQTT keep-alive check failed.",
                    Ending.TAKEN_OVER,
                            "SERVER: The connection was closed because there is another active connection with the same"
                                    + " device ID.",
                    Ending.TOKEN_EXPIRED, "SERVER:The authorization token expired.",
                    Ending.SHUTDOWN, "SERVER: The connection is closed because the server is shutting down."));

    private static final Map<Ending, Integer> CODES = Map.of(
            Ending.NORMAL, 0,
            Ending.LOST, 9,
            Ending.KEEP_ALIVE, 9,
            Ending.TAKEN_OVER, 6,
            Ending.TOKEN_EXPIRED, 16,
            Ending.SHUTDOWN, 14);

    @Override
    public List<Message> connected(Connection connection, Instant at) {
        return List.of(entry(connection, at, "CONNECT", Ending.NORMAL));
    }

    @Override
    public List<Message> ended(Connection connection, Instant at, Ending ending) {
        return List.of(entry(connection, at, "DISCONNECT", ending));
    }

    @Override
    public List<Message> refused(Connection connection, Instant at, Ending ending) {
        throw new IllegalArgumentException("clearblade's device log does not tell of refused connects");
    }

    private static Message entry(Connection connection, Instant at, String event, Ending ending) {
        String[] path = connection.clientId().split("/", -1);
        ObjectNode entry = Json.object()
                .put("insertId", connection.id() + event.charAt(0))
                .put("timestamp", at.toString())
                .put("severity", ending == Ending.NORMAL ? "INFO" : "ERROR")
                .put("logName", "projects/" + path[1] + "/logs/cloudiot.googleapis.com%2Fdevice_activity");
        entry.putObject("labels").put("device_id", path[7]);
        entry.putObject("resource")
                .put("type", "cloudiot_device")
                .putObject("labels")
                .put("project_id", path[1])
                .put("location", path[3])
                .put("device_registry_id", path[5])
                .put("device_num_id", String.valueOf(connection.clientId().hashCode() & Integer.MAX_VALUE));
        ObjectNode payload = entry.putObject("jsonPayload")
                .put("eventType", event)
                .put("protocol", "MQTT")
                .put("serviceName", "cloudiot.googleapis.com")
                .put("resourceName", connection.clientId());
        if (event.equals("DISCONNECT")) {
            payload.put("disconnectType", initiator(ending));
        }
        payload.putObject("status").put("code", CODES.get(ending)).put("message", MESSAGES.of(ending));
        return new Message("", entry.toString());
    }

    private static String initiator(Ending ending) {
        return ending == Ending.NORMAL || ending == Ending.LOST ? "CLIENT" : "SERVER";
    }
}
