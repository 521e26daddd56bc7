package dev.fleethealth.bridge.translate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.fleethealth.bridge.dialect.BrokerMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * One line of input: {@code {"topic": "…", "payload": "…", "receivedAt": 1763600000000}}, with {@code payloadBase64} in
 * place of {@code payload} where that is no text; every other line is a bare payload itself.
 *
 * @param fault what is wrong with a line that has the form of a message
 */
record MessageLine(BrokerMessage message, Optional<String> fault) {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(InputLines.MAX_BYTES)
                    .build())
            .build();

    /** @param now the time of receipt where the line has none */
    static MessageLine read(byte[] line, Instant now) {
        if (line.length > InputLines.MAX_BYTES) {
            return bare(line, now).because("the line is longer than %d bytes".formatted(InputLines.MAX_BYTES));
        }
        if (line[0] != '{') {
            return bare(line, now);
        }
        try (JsonParser json = JSON.createParser(line)) {
            return new Fields().read(json).toLine(line, now);
        } catch (IOException e) {
            return bare(line, now); // not JSON: the dialect judges it
        }
    }

    private static MessageLine bare(byte[] line, Instant now) {
        return new MessageLine(new BrokerMessage("", line, now), Optional.empty());
    }

    private MessageLine because(String why) {
        return new MessageLine(message, Optional.of(why));
    }

    /** What has been read of a message so far. */
    private static final class Fields {
        private String topic = "";
        private Optional<byte[]> payload = Optional.empty();
        private Optional<Instant> receivedAt = Optional.empty();
        private Optional<String> fault = Optional.empty();
        private boolean isMessage;

        Fields read(JsonParser json) throws IOException {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                readField(name, json.nextToken(), json);
                json.skipChildren();
            }
            return this;
        }

        MessageLine toLine(byte[] line, Instant now) {
            if (!isMessage) {
                return bare(line, now);
            }
            BrokerMessage message = new BrokerMessage(topic, payload.orElse(line), receivedAt.orElse(now));
            return new MessageLine(message, fault);
        }

        private void readField(String name, JsonToken value, JsonParser json) throws IOException {
            switch (name) {
                case "topic" -> topic = expect(value == JsonToken.VALUE_STRING, name, "text") ? json.getText() : "";
                case "payload" -> readText(value, json);
                case "payloadBase64" -> readBase64(value, json);
                case "receivedAt" -> readReceivedAt(value, json);
                default -> {
                    // more about the message than is needed here
                }
            }
        }

        private void readText(JsonToken value, JsonParser json) throws IOException {
            isMessage = true;
            if (expect(value == JsonToken.VALUE_STRING, "payload", "text")) {
                payload = Optional.of(json.getText().getBytes(StandardCharsets.UTF_8));
            }
        }

        private void readBase64(JsonToken value, JsonParser json) throws IOException {
            isMessage = true;
            try {
                if (expect(value == JsonToken.VALUE_STRING, "payloadBase64", "Base64")) {
                    payload = Optional.of(Base64.getDecoder().decode(json.getText()));
                }
            } catch (IllegalArgumentException e) {
                expect(false, "payloadBase64", "Base64");
            }
        }

        private void readReceivedAt(JsonToken value, JsonParser json) throws IOException {
            boolean number =
                    value == JsonToken.VALUE_NUMBER_INT && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
            if (expect(number, "receivedAt", "epoch milliseconds")) {
                receivedAt = Optional.of(Instant.ofEpochMilli(json.getLongValue()));
            }
        }

        private boolean expect(boolean met, String field, String expected) {
            if (!met) {
                fault = Optional.of("field %s of the line: expected %s".formatted(field, expected));
            }
            return met;
        }
    }
}
