package dev.fleethealth.bridge.pipeline;

import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.Decoding;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one message with its route's dialect. A dialect that fails makes its message malformed and stops nothing. */
final class MessageReader {
    private static final Logger LOGGER = LoggerFactory.getLogger(MessageReader.class);

    private MessageReader() {}

    static Reading read(Route route, BrokerMessage message) {
        try {
            return read(route, message, route.dialect().decode(message));
        } catch (RuntimeException | StackOverflowError e) {
            LOGGER.atError()
                    .addKeyValue("source", route.source())
                    .addKeyValue("dialect", route.dialectId())
                    .setCause(e)
                    .log("Dialect failed");
            return Reading.malformed("the dialect failed: " + e.getClass().getName());
        }
    }

    private static Reading read(Route route, BrokerMessage message, Decoding decoding) {
        if (decoding instanceof Decoding.Ignored) {
            return Reading.IGNORED;
        }
        if (decoding instanceof Decoding.Malformed malformed) {
            return Reading.malformed(malformed.why());
        }
        return Reading.of(route.finisher().finish(message, (Decoding.Events) decoding).stream()
                .filter(Predicate.not(route::isOwn))
                .toList());
    }
}
