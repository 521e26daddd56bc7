package dev.fleethealth.bridge.dialect.clearblade;

import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.Dialect;
import dev.fleethealth.bridge.dialect.json.JsonObject;
import dev.fleethealth.bridge.dialect.json.JsonReader;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;

/**
 * Finds out which of ClearBlade's messages this is: JSON is a log entry, a Pub/Sub message with something of all this in
 * it, or a message that a trigger's code service published; anything else is a line of the broker's log.
 */
final class ClearbladeDialect implements Dialect {
    private static final JsonReader JSON = new JsonReader();

    @Override
    public Decoding decode(BrokerMessage message) {
        try {
            return decode(message.payload());
        } catch (MalformedMessageException e) {
            return new Decoding.Malformed(e.why());
        }
    }

    private static Decoding decode(byte[] payload) throws MalformedMessageException {
        if (!isJson(payload)) {
            return BrokerLogLine.decode(LogText.read(payload));
        }
        JsonObject json = JSON.read(payload);
        return json.has("message") ? decode(PubSubMessage.read(json)) : decode(json);
    }

    private static Decoding decode(PubSubMessage message) throws MalformedMessageException {
        byte[] data = message.data();
        Decoding decoding = isJson(data) ? decode(JSON.read(data)) : BrokerLogLine.decode(LogText.read(data));
        return message.identify(decoding);
    }

    private static Decoding decode(JsonObject json) throws MalformedMessageException {
        if (json.has("trigger")) {
            return PlatformTrigger.decode(json);
        }
        return LogEntry.decode(json);
    }

    /** Log lines may well start with a bracket, but not with an array of objects. */
    private static boolean isJson(byte[] payload) {
        int start = 0;
        while (start < payload.length && Character.isWhitespace(payload[start])) {
            start++;
        }
        boolean object = start < payload.length && payload[start] == '{';
        return object || start + 1 < payload.length && payload[start] == '[' && payload[start + 1] == '{';
    }
}
