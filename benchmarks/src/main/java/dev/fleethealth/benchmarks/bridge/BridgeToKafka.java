package dev.fleethealth.benchmarks.bridge;

import dev.fleethealth.benchmarks.measure.Drain;
import dev.fleethealth.benchmarks.measure.Lane;
import dev.fleethealth.benchmarks.measure.Measurement;
import dev.fleethealth.bridge.runtime.BridgeService;
import dev.fleethealth.testkit.process.ManagementPort;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The bridge, with its defaults where nothing else is said: MQTT in, events on Kafka, and only then the acknowledgement. */
public final class BridgeToKafka implements Lane {
    /** Parts of the names of the threads that work on a message. */
    public static final List<String> THREADS =
            List.of("messages-", "kafka-producer-network", "hivemq.client", "CompilerThre", "GC Thread");

    private static final String COUNTED = "fleet_bridge_messages_total{dialect=\"emqx\",result=\"event\"}";

    private final Backlog backlog;
    private final BridgeConfiguration configuration;
    private final List<Double> slowest = new ArrayList<>();

    public BridgeToKafka(Backlog backlog, BridgeConfiguration configuration) {
        this.backlog = backlog;
        this.configuration = configuration;
    }

    @Override
    public String name() {
        return "Fleet Health, acknowledge after Kafka";
    }

    @Override
    public Measurement run() throws Exception {
        backlog.fill(BridgeConfiguration.CLIENT_ID);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        try (BridgeService bridge =
                BridgeService.start(configuration.settings(), InstantSource.system(), failure::set)) {
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
}
