package dev.fleethealth.bridge.dialect.mosquitto;

import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.Dialect;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.bridge.dialect.log.LogLine;
import dev.fleethealth.schemas.ConnectionEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lines of Mosquitto's log. Which grammar holds is configured, else what the log itself said when the broker started;
 * before that, the newest grammar that fits. That version is all it remembers from one line to the next.
 */
final class MosquittoDialect implements Dialect {
    private final Optional<Grammar> configured;
    private volatile Optional<Grammar> announced = Optional.empty();

    MosquittoDialect(Optional<Grammar> configured) {
        this.configured = configured;
    }

    @Override
    public Decoding decode(BrokerMessage message) {
        try {
            LogLine line = LogLine.read(message.payload());
            return at(line, decode(message.topic(), line, message.payload().length));
        } catch (MalformedMessageException e) {
            return new Decoding.Malformed(e.why());
        }
    }

    private Decoding decode(String topic, LogLine line, int bytes) throws MalformedMessageException {
        if (topic.endsWith("/log/M/subscribe")) {
            return SubscriptionLine.subscribed(line.text());
        }
        if (topic.endsWith("/log/M/unsubscribe")) {
            return SubscriptionLine.unsubscribed(line.text());
        }
        if (VersionLine.isOne(line.text())) {
            return version(line.text());
        }
        if (!ConnectionLine.isOne(line.text())) {
            return other(line);
        }
        return connection(line.text(), bytes);
    }

    private Decoding version(String text) throws MalformedMessageException {
        VersionLine line = VersionLine.read(text);
        announced = Optional.of(line.grammar());
        return line.decoding();
    }

    private Decoding connection(String text, int bytes) throws MalformedMessageException {
        if (DetailLine.isOne(text)) {
            return new Decoding.Ignored("says more about a connection that another line tells of");
        }
        List<Grammar> possible = configured.or(() -> announced).map(List::of).orElse(Grammar.NEWEST_FIRST).stream()
                .filter(grammar -> !grammar.mayHaveCut(bytes))
                .toList();
        if (possible.isEmpty()) {
            throw new MalformedMessageException("the line has %d bytes, so Mosquitto may have cut it".formatted(bytes));
        }
        for (Grammar grammar : possible) {
            Optional<ConnectionEvent.Builder> draft = ConnectionLine.read(grammar, text);
            if (draft.isPresent()) {
                return new Decoding.Events(List.of(draft.get()));
            }
        }
        throw new MalformedMessageException(
                "begins like a line about a connection, but goes on as Mosquitto %s never does"
                        .formatted(possible.stream().map(Grammar::version).collect(Collectors.joining(", "))));
    }

    private static Decoding other(LogLine line) throws MalformedMessageException {
        if (line.at().isEmpty() && ConnectionLine.isWithin(line.text())) {
            throw new MalformedMessageException(
                    "expected the time as seconds since 1970 or in ISO 8601, found another form");
        }
        return new Decoding.Ignored("not a line about connections");
    }

    private static Decoding at(LogLine line, Decoding decoding) {
        if (decoding instanceof Decoding.Events events) {
            line.at().ifPresent(at -> events.drafts().forEach(draft -> draft.setOccurredAt(at)));
        }
        return decoding;
    }
}
