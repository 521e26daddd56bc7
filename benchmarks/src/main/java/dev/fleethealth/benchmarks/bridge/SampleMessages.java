package dev.fleethealth.benchmarks.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fleethealth.bridge.dialect.BrokerMessage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The messages with which the dialects are tested: real ones, or after the brokers' documentation and source. */
final class SampleMessages {
    private static final Instant RECEIVED_AT = Instant.parse("2026-11-20T06:00:00Z");

    private SampleMessages() {}

    /** By dialect, those that become events. */
    static SortedMap<String, List<BrokerMessage>> load() throws IOException {
        SortedMap<String, List<BrokerMessage>> messages = new TreeMap<>();
        for (JsonNode sample : new JsonMapper().readTree(resource("index.json"))) {
            if (!sample.path("result").asText().equals("IGNORED")) {
                messages.computeIfAbsent(sample.path("dialect").asText(), any -> new ArrayList<>())
                        .add(message(sample));
            }
        }
        return messages;
    }

    private static BrokerMessage message(JsonNode sample) throws IOException {
        return new BrokerMessage(
                sample.path("topic").asText(), resource(sample.path("file").asText()), RECEIVED_AT);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = SampleMessages.class.getResourceAsStream("/samples/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
