package dev.fleethealth.bridge.dialect.json;

import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.Dialect;

/** A dialect whose every payload is one JSON object. */
public final class JsonDialect implements Dialect {
    private final JsonReader reader;
    private final Decoder decoder;

    public JsonDialect(JsonReader reader, Decoder decoder) {
        this.reader = reader;
        this.decoder = decoder;
    }

    @Override
    public Decoding decode(BrokerMessage message) {
        try {
            return decoder.decode(message.topic(), reader.read(message.payload()));
        } catch (MalformedMessageException e) {
            return new Decoding.Malformed(e.why());
        }
    }

    /** What one broker means by its JSON. */
    @FunctionalInterface
    public interface Decoder {

        /** @throws MalformedMessageException if a field is missing or not what the broker documents */
        Decoding decode(String topic, JsonObject payload) throws MalformedMessageException;
    }
}
