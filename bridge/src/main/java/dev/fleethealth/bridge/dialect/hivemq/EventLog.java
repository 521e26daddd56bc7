package dev.fleethealth.bridge.dialect.hivemq;

import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.bridge.dialect.log.LogLine;
import dev.fleethealth.schemas.ConnectionEvent;
import java.util.List;
import java.util.Optional;

/**
 * Lines of HiveMQ's {@code event.log} (com.hivemq.logging.EventLog of 2025.5). A client id may hold such text itself, so
 * what counts is the last {@code ", IP: "}, which the broker wrote: the id that is read begins with the true one.
 */
final class EventLog {
    private static final String CLIENT = "Client ID: ";
    private static final String IP = ", IP: ";

    private EventLog() {}

    /** @throws MalformedMessageException if a line about a client goes on as HiveMQ never does */
    static Decoding decode(LogLine line) throws MalformedMessageException {
        if (line.at().isEmpty()) {
            throw new MalformedMessageException("expected a line that starts with date, time and \"- \"");
        }
        String text = line.text();
        if (!text.startsWith(CLIENT)) {
            return new Decoding.Ignored("not a line about connections");
        }
        ConnectionEvent.Builder draft = ExpiredLine.read(text)
                .or(() -> client(text))
                .orElseThrow(() -> new MalformedMessageException(
                        "begins like a line about a client, but goes on as HiveMQ's event.log never does"));
        if (!draft.hasOccurredAt()) {
            line.at().ifPresent(draft::setOccurredAt);
        }
        return new Decoding.Events(List.of(draft));
    }

    private static Optional<ConnectionEvent.Builder> client(String text) {
        int ip = text.lastIndexOf(IP);
        if (ip <= CLIENT.length()) {
            return Optional.empty();
        }
        String id = text.substring(CLIENT.length(), ip);
        return ClientLine.read(id, text.substring(ip + IP.length()));
    }
}
