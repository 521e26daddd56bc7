package dev.fleethealth.bridge.dialect.mosquitto;

import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.util.List;
import java.util.Map;

/**
 * {@code mosquitto version 2.0.11 running}: the broker starts or stops, and says which grammar its log has.
 *
 * @param decoding what it says about the broker
 */
record VersionLine(Grammar grammar, Decoding decoding) {
    private static final String START = "mosquitto version ";

    static boolean isOne(String text) {
        return text.startsWith(START);
    }

    /** @throws MalformedMessageException if no version follows, or something else than the broker's state */
    static VersionLine read(String text) throws MalformedMessageException {
        String[] words = text.substring(START.length()).split(" ", -1);
        Grammar grammar = Grammar.of(words[0]).orElseThrow(VersionLine::fault);
        if (words.length != 2) {
            throw fault();
        }
        return new VersionLine(
                grammar,
                switch (words[1]) {
                    case "running" -> broker(EventType.BROKER_STARTED, words[0]);
                    case "terminating" -> broker(EventType.BROKER_STOPPING, words[0]);
                    case "starting" -> new Decoding.Ignored("the broker starts; another line tells when it runs");
                    default -> throw fault();
                });
    }

    private static Decoding broker(EventType type, String version) {
        return new Decoding.Events(
                List.of(ConnectionEvent.newBuilder().setType(type).setAttributes(Map.of("version", version))));
    }

    private static MalformedMessageException fault() {
        return new MalformedMessageException(
                "expected mosquitto's version and that it is starting, running or terminating");
    }
}
