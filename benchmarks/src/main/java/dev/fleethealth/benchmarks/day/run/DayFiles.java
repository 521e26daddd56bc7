package dev.fleethealth.benchmarks.day.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.fleethealth.benchmarks.day.FleetDay;
import dev.fleethealth.benchmarks.day.RawMessage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of a day: what the brokers said, the bridge's configuration, and what became of it. */
public record DayFiles(Path directory) {

    public Path raw(FleetDay fleet) {
        return directory.resolve(fleet.plan().dialect().id() + ".raw.jsonl");
    }

    public Path events(FleetDay fleet) {
        return directory.resolve(fleet.plan().dialect().id() + ".events.jsonl");
    }

    public Path rejects(FleetDay fleet) {
        return directory.resolve(fleet.plan().dialect().id() + ".rejects.jsonl");
    }

    /** The bridge's configuration: it says which fleet the devices of a broker are. */
    public Path bridge() {
        return directory.resolve("bridge.yaml");
    }

    public Path merged() {
        return directory.resolve("events.jsonl");
    }

    public Path alerts() {
        return directory.resolve("alerts.jsonl");
    }

    /** Writes the messages of each broker, one a line as {@code translate} reads them. */
    public void write(List<FleetDay> fleets) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(bridge(), configuration(fleets));
        for (FleetDay fleet : fleets) {
            write(fleet);
        }
    }

    /** How many messages were written. */
    public long messages(List<FleetDay> fleets) throws IOException {
        long count = 0;
        for (FleetDay fleet : fleets) {
            try (Stream<String> lines = Files.lines(raw(fleet))) {
                count += lines.count();
            }
        }
        return count;
    }

    private void write(FleetDay fleet) throws IOException {
        try (BufferedWriter file = Files.newBufferedWriter(raw(fleet));
                JsonGenerator json = new JsonFactory().createGenerator(file).setRootValueSeparator(null)) {
            for (RawMessage message : fleet.messages()) {
                json.writeStartObject();
                json.writeStringField("topic", message.message().topic());
                json.writeStringField("payload", message.message().payload());
                json.writeNumberField("receivedAt", message.receivedAt().toEpochMilli());
                json.writeEndObject();
                json.writeRaw('\n');
            }
        }
    }

    private static String configuration(List<FleetDay> fleets) {
        String sources = fleets.stream()
                .map(fleet -> "  - {type: http, name: %1$s, port: 0, dialects: [%1$s], fleet: %2$s}"
                        .formatted(fleet.plan().dialect().id(), fleet.name()))
                .collect(Collectors.joining("\n"));
        return """
                sources:
                %s
                kafka: {bootstrap.servers: "localhost:9092", schema.registry.url: "http://localhost:8081"}
                """.formatted(sources);
    }
}
