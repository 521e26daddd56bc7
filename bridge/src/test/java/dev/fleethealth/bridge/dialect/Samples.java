package dev.fleethealth.bridge.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Messages of real brokers, or after their documentation and source; {@code samples/index.json} says which. */
public final class Samples {
    private Samples() {}

    public static List<Sample> all() {
        try (InputStream in = resource("index.json")) {
            List<Sample> samples = new ArrayList<>();
            for (JsonNode entry : new ObjectMapper().readTree(in)) {
                samples.add(sample(entry));
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample sample(JsonNode entry) throws IOException {
        String file = entry.get("file").asText();
        try (InputStream in = resource(file)) {
            return new Sample(
                    file,
                    entry.get("dialect").asText(),
                    entry.path("topic").asText(),
                    in.readAllBytes(),
                    entry.get("result").asText(),
                    Optional.ofNullable(entry.get("expect")).map(JsonNode::asText),
                    texts(entry.path("missing")));
        }
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static InputStream resource(String name) {
        InputStream in = Samples.class.getResourceAsStream("/samples/" + name);
        if (in == null) {
            throw new IllegalStateException("no sample " + name);
        }
        return in;
    }

    /**
     * One message.
     *
     * @param result the event's type, or {@code IGNORED}
     * @param category absent where the event has none
     * @param missing fields that such events have as a rule, and that this broker does not tell
     */
    public record Sample(
            String file,
            String dialect,
            String topic,
            byte[] payload,
            String result,
            Optional<String> category,
            Set<String> missing) {

        @Override
        public String toString() {
            return file;
        }
    }
}
