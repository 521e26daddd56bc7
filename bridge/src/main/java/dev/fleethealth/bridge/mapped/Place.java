package dev.fleethealth.bridge.mapped;

import com.fasterxml.jackson.core.JsonPointer;
import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.json.JsonObject;
import java.util.Optional;

/** Where in a message a value stands. */
sealed interface Place {
    /** What {@link #parse} takes, for error messages. */
    String EXPECTED = "a JSON pointer such as /data/clientId, a topic level such as topic/3 (from 1), or received-at";

    String TOPIC = "topic/";
    String RECEIVED_AT = "received-at";

    /** The value as text; absent if there is none, or an object or array. */
    Optional<String> in(BrokerMessage message, JsonObject json);

    /** @throws IllegalArgumentException if the text names no place */
    static Place parse(String text) {
        if (text.equals(RECEIVED_AT)) {
            return new ReceivedAt();
        }
        if (text.startsWith(TOPIC)) {
            return TopicLevel.parse(text.substring(TOPIC.length()));
        }
        if (text.length() > 1 && text.startsWith("/")) {
            return new Pointer(JsonPointer.compile(text));
        }
        throw new IllegalArgumentException(EXPECTED);
    }

    /** A value of the payload (RFC 6901). */
    record Pointer(JsonPointer pointer) implements Place {
        @Override
        public Optional<String> in(BrokerMessage message, JsonObject json) {
            return json.scalarAt(pointer);
        }

        /** As {@link JsonObject#rest} names fields. */
        String dottedName() {
            return pointer.toString()
                    .substring(1)
                    .replace('/', '.')
                    .replace("~1", "/")
                    .replace("~0", "~");
        }
    }

    /** A level of the topic, the first being 1. */
    record TopicLevel(int number) implements Place {
        private static final int LAST = 128;

        static TopicLevel parse(String number) {
            if (!number.matches("[1-9][0-9]{0,2}") || Integer.parseInt(number) > LAST) {
                throw new IllegalArgumentException(EXPECTED);
            }
            return new TopicLevel(Integer.parseInt(number));
        }

        @Override
        public Optional<String> in(BrokerMessage message, JsonObject json) {
            String[] levels = message.topic().split("/", LAST + 1);
            return number <= levels.length ? Optional.of(levels[number - 1]) : Optional.empty();
        }
    }

    /** The time of receipt in epoch milliseconds, for brokers that repeat nothing and tell no time. */
    record ReceivedAt() implements Place {
        @Override
        public Optional<String> in(BrokerMessage message, JsonObject json) {
            return Optional.of(Long.toString(message.receivedAt().toEpochMilli()));
        }
    }
}
