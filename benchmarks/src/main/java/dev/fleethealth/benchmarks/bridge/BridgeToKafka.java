package dev.fleethealth.benchmarks.bridge;

import dev.fleethealth.benchmarks.measure.Drain;
import dev.fleethealth.benchmarks.measure.Lane;
import dev.fleethealth.benchmarks.measure.Measurement;
import dev.fleethealth.bridge.config.BridgeSettings;
import dev.fleethealth.bridge.runtime.BridgeService;
import dev.fleethealth.service.config.ConfigurationFile;
import dev.fleethealth.testkit.process.ManagementPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The bridge, with its defaults where nothing else is said: MQTT in, events on Kafka, and only then the acknowledgement. */
public final class BridgeToKafka implements Lane {
    /** That of the bridge's default settings. */
    static final int RECEIVE_MAXIMUM = 1_000;

    private static final String CLIENT_ID = "bridge";
    private static final String COUNTED = "fleet_bridge_messages_total{dialect=\"emqx\",result=\"event\"}";

    private final Backlog backlog;
    private final String bootstrapServers;
    private final Map<String, String> kafkaSettings;
    private final Path folder;
    private final List<Double> slowest = new ArrayList<>();

    /** @param kafkaSettings of its producer, instead of the bridge's defaults */
    public BridgeToKafka(Backlog backlog, String bootstrapServers, Map<String, String> kafkaSettings, Path folder) {
        this.backlog = backlog;
        this.bootstrapServers = bootstrapServers;
        this.kafkaSettings = Map.copyOf(kafkaSettings);
        this.folder = folder;
    }

    @Override
    public String name() {
        return "Fleet Health, acknowledge after Kafka";
    }

    @Override
    public Measurement run() throws Exception {
        backlog.fill(CLIENT_ID);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        try (BridgeService bridge = BridgeService.start(
                ConfigurationFile.read(configuration(), BridgeSettings.class), InstantSource.system(), failure::set)) {
            ManagementPort management = new ManagementPort(bridge.managementPort());
            Measurement measured = Drain.watch(
                    () -> {
                        if (failure.get() != null) {
                            throw new IllegalStateException("the bridge failed", failure.get());
                        }
                        return (long) management.metric(COUNTED);
                    },
                    backlog.messages());
            slowest.add(PublishTimes.of(management.text("/metrics")).percentile(0.99));
            return measured;
        }
    }

    /** For each of the last runs, how many seconds after its receipt 99 % of the messages were acknowledged at the latest. */
    public List<Double> slowestSeconds(int runs) {
        return List.copyOf(slowest.subList(slowest.size() - runs, slowest.size()));
    }

    private static String yaml(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> ", %s: \"%s\"".formatted(setting.getKey(), setting.getValue()))
                .collect(Collectors.joining());
    }

    private Path configuration() throws IOException {
        return Files.writeString(folder.resolve("bridge.yaml"), """
                sources:
                  - type: mqtt
                    name: benchmark
                    dialect: emqx
                    broker: mqtt://127.0.0.1:%d
                    client-id: %s
                    receive-maximum: %d
                    topics: [{filter: "%s"}]
                kafka: {bootstrap.servers: "%s", schema.registry.url: "mock://benchmark"%s}
                management: {port: 0}
                """.formatted(
                backlog.port(), CLIENT_ID, RECEIVE_MAXIMUM, Backlog.FILTER, bootstrapServers, yaml(kafkaSettings)));
    }
}
