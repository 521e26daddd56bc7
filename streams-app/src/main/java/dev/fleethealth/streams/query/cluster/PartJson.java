package dev.fleethealth.streams.query.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.fleethealth.streams.query.AlertQuery;
import dev.fleethealth.streams.query.DeviceQuery;
import dev.fleethealth.streams.query.FleetQuery;
import dev.fleethealth.streams.query.TimeSpan;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What this instance holds, asked by another one: {@code POST /internal/v1/{operation}} with a JSON object of the arguments, and
 * JSON back. The server around it checks the bearer token.
 */
public final class PartJson {
    /** What the path begins with. */
    public static final String PATH = "/internal/v1/";

    static final String FLEETS = "fleets";
    static final String FLEET = "fleet";
    static final String OPEN_ALERTS = "open-alerts";
    static final String ACTIVITY = "activity";
    static final String DEVICES = "devices";
    static final String DEVICE = "device";
    static final String FLEETS_WITH = "fleets-with";
    static final String ALERTS = "alerts";

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private final Map<String, Operation> operations;

    /**
     * What to send back.
     *
     * @param status of HTTP
     * @param body JSON
     */
    public record Reply(int status, byte[] body) {}

    /**
     * Why there is no answer.
     *
     * @param retryMillis after which it may be there
     */
    record Refusal(String why, long retryMillis) {}

    private interface Operation {
        Held<?> ask(JsonNode arguments) throws JsonProcessingException;
    }

    public PartJson(Part part) {
        operations = Map.of(
                FLEETS,
                from -> part.fleets(read(from, "query", FleetQuery.class), read(from, "now", Instant.class)),
                FLEET,
                from -> part.fleet(read(from, "name", String.class), read(from, "now", Instant.class)),
                OPEN_ALERTS,
                from -> part.openAlerts(),
                ACTIVITY,
                from -> part.activity(
                        read(from, "fleet", String.class),
                        read(from, "span", TimeSpan.class),
                        read(from, "step", Duration.class)),
                DEVICES,
                from -> part.devices(read(from, "query", DeviceQuery.class)),
                DEVICE,
                from -> part.device(
                        read(from, "fleet", String.class),
                        read(from, "id", String.class),
                        read(from, "partition", Integer.class)),
                FLEETS_WITH,
                from -> part.fleetsWith(read(from, "id", String.class)),
                ALERTS,
                from -> part.alerts(read(from, "query", AlertQuery.class)));
    }

    /**
     * Answers.
     *
     * @param operation the last segment of the path
     * @param body the arguments
     */
    public Reply answer(String operation, byte[] body) {
        Operation asked = operations.get(operation);
        if (asked == null) {
            return refuse(NOT_FOUND, new Refusal("no such operation", 0));
        }
        try {
            return new Reply(OK, PartMapper.JSON.writeValueAsBytes(asked.ask(PartMapper.JSON.readTree(body))));
        } catch (PartUnavailableException e) {
            return refuse(UNAVAILABLE, new Refusal(e.why(), e.retryAfter().toMillis()));
        } catch (IOException | IllegalArgumentException e) {
            return refuse(BAD_REQUEST, new Refusal("expected the arguments of " + operation, 0));
        }
    }

    private static Reply refuse(int status, Refusal refusal) {
        try {
            return new Reply(status, PartMapper.JSON.writeValueAsBytes(refusal));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a text and a number can be written", e);
        }
    }

    private static <T> T read(JsonNode arguments, String name, Class<T> type) throws JsonProcessingException {
        T value = PartMapper.JSON.treeToValue(arguments.get(name), type);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
