package dev.fleethealth.bridge.dialect.apsaramq;

import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.json.JsonDialect;
import dev.fleethealth.bridge.dialect.json.JsonObject;
import dev.fleethealth.bridge.dialect.json.JsonReader;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds out which of ApsaraMQ's messages this is: a client status event, the answer of QueryMqttTraceDevice, one record of
 * such an answer, or a status event that EventBridge took from RocketMQ and wrapped into a CloudEvent.
 */
final class ApsaramqDecoder implements JsonDialect.Decoder {
    private static final String CLOUD_EVENT_BODY = "body";

    private final JsonReader reader;

    ApsaramqDecoder(JsonReader reader) {
        this.reader = reader;
    }

    @Override
    public Decoding decode(String topic, JsonObject payload) throws MalformedMessageException {
        return payload.has("specversion") ? decodeUnwrapped(unwrap(payload)) : decodeUnwrapped(payload);
    }

    private static Decoding decodeUnwrapped(JsonObject payload) throws MalformedMessageException {
        if (payload.has("eventType")) {
            return StatusEvent.decode(payload);
        }
        if (payload.has("DeviceInfoList") || payload.has("ChannelId")) {
            return DeviceTrace.decode(payload);
        }
        throw payload.missing("eventType", "a status event; nor is this a device trace");
    }

    /** The message in a CloudEvent of EventBridge; its body is text, or an object where the event was transformed. */
    private JsonObject unwrap(JsonObject cloudEvent) throws MalformedMessageException {
        JsonObject data = cloudEvent
                .object("data")
                .orElseThrow(() -> cloudEvent.missing("data", "an object with the RocketMQ message"));
        Optional<String> body = data.scalar(CLOUD_EVENT_BODY);
        if (body.isPresent()) {
            return reader.read(body.get().getBytes(StandardCharsets.UTF_8));
        }
        return data.object(CLOUD_EVENT_BODY).orElseThrow(() -> data.missing(CLOUD_EVENT_BODY, "a status event"));
    }
}
