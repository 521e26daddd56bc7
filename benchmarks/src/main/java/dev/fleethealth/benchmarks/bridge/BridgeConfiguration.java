package dev.fleethealth.benchmarks.bridge;

import dev.fleethealth.bridge.config.BridgeSettings;
import dev.fleethealth.service.config.ConfigurationFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The bridge's configuration, with its defaults where nothing else is said.
 *
 * @param brokerPort of the MQTT broker, on this machine
 * @param bootstrapServers of Kafka
 * @param kafkaSettings of its producer, instead of the bridge's defaults
 * @param folder for the file
 */
public record BridgeConfiguration(
        int brokerPort, String bootstrapServers, Map<String, String> kafkaSettings, Path folder) {
    /** That of the bridge's default settings. */
    static final int RECEIVE_MAXIMUM = 1_000;

    static final String CLIENT_ID = "bridge";
    static final String DIALECT = "emqx";

    BridgeSettings settings() throws IOException {
        return ConfigurationFile.read(file(), BridgeSettings.class);
    }

    private Path file() throws IOException {
        return Files.writeString(folder.resolve("bridge.yaml"), """
                sources:
                  - type: mqtt
                    name: benchmark
                    dialect: %s
                    broker: mqtt://127.0.0.1:%d
                    client-id: %s
                    receive-maximum: %d
                    topics: [{filter: "%s"}]
                kafka: {bootstrap.servers: "%s", schema.registry.url: "mock://benchmark"%s}
                management: {port: 0}
                """.formatted(
                DIALECT, brokerPort, CLIENT_ID, RECEIVE_MAXIMUM, Backlog.FILTER, bootstrapServers, producerYaml()));
    }

    private String producerYaml() {
        return kafkaSettings.entrySet().stream()
                .map(setting -> ", %s: \"%s\"".formatted(setting.getKey(), setting.getValue()))
                .collect(Collectors.joining());
    }
}
