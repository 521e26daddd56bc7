package dev.fleethealth.bridge.dialect.hivemq;

import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.Dialect;
import dev.fleethealth.bridge.dialect.json.JsonDialect;
import dev.fleethealth.bridge.dialect.json.JsonReader;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.bridge.dialect.log.LogLine;

/** Both forms of what HiveMQ says: the extension's JSON objects, and the lines of {@code event.log}. */
final class HivemqDialect implements Dialect {
    private final Dialect extension = new JsonDialect(new JsonReader(), new HivemqDecoder());

    @Override
    public Decoding decode(BrokerMessage message) {
        byte[] payload = message.payload();
        if (payload.length == 0 || payload[0] < '0' || payload[0] > '9') {
            return extension.decode(message);
        }
        try {
            return EventLog.decode(LogLine.read(payload));
        } catch (MalformedMessageException e) {
            return new Decoding.Malformed(e.why());
        }
    }
}
