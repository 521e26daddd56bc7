package dev.fleethealth.benchmarks.measure;

import dev.fleethealth.benchmarks.kafka.ApplicationRun;
import dev.fleethealth.benchmarks.kafka.EventTopic;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.config.ProgramConfiguration;
import dev.fleethealth.streams.runtime.StreamsRunner;
import dev.fleethealth.streams.runtime.ValueSerdes;
import dev.fleethealth.streams.topology.StateStoreKind;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * The product: what {@code fleet-streams run} runs with its defaults, all detectors and metrics included, with one stream
 * thread.
 */
public final class Detection implements Lane {
    private final EventTopic topic;
    private final StateStoreKind store;
    private final Path directory;
    private @Nullable Volumes volumes;

    /** @param directory for its configuration and state */
    public Detection(EventTopic topic, StateStoreKind store, Path directory) {
        this.topic = topic;
        this.store = store;
        this.directory = directory;
    }

    @Override
    public String name() {
        return "Fleet Health, state in " + (store == StateStoreKind.ROCKSDB ? "RocksDB" : "memory");
    }

    @Override
    public Measurement run() throws Exception {
        Meter meter = new Meter(topic.records());
        try (ApplicationRun application = ApplicationRun.on(topic, directory)) {
            Traffic traffic = run(application, meter);
            String changelog = application.id() + "-devices-changelog";
            volumes = new Volumes(traffic, Changelog.read(topic.bootstrapServers(), changelog));
        }
        return meter.await();
    }

    /** What the last run wrote to Kafka. */
    public Optional<Volumes> volumes() {
        return Optional.ofNullable(volumes);
    }

    private Traffic run(ApplicationRun application, Meter meter) throws Exception {
        ProgramConfiguration configuration = configuration(application);
        CountDownLatch stop = new CountDownLatch(1);
        ValueSerdes serdes = ValueSerdes.of(configuration.settings());
        try (StreamsRunner runner = new StreamsRunner(
                configuration,
                new ValueSerdes(metered(serdes.events(), meter), serdes.alerts()),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                longest -> stop.await(longest.toMillis(), TimeUnit.MILLISECONDS),
                meter::fail)) {
            runner.start();
            meter.await();
            stop.countDown();
            return Traffic.ofThisJvm(EventTopic.NAME, application.id() + "-fleet-signals-repartition");
        }
    }

    private ProgramConfiguration configuration(ApplicationRun application) throws IOException {
        Path file = directory.resolve("fleet-streams.yaml");
        Files.writeString(file, """
                application-id: %s
                kafka: {bootstrap.servers: "%s", schema.registry.url: "%s"}
                state: {directory: "%s", store: %s}
                """.formatted(
                        application.id(),
                        topic.bootstrapServers(),
                        EventTopic.REGISTRY,
                        directory,
                        store.name().toLowerCase(Locale.ROOT)));
        return ProgramConfiguration.loadForKafka(file);
    }

    /** Kafka Streams decodes a record when its turn comes, on the stream thread. */
    private static Serde<ConnectionEvent> metered(Serde<ConnectionEvent> serde, Meter meter) {
        Deserializer<ConnectionEvent> deserializer = serde.deserializer();
        return Serdes.serdeFrom(serde.serializer(), (any, bytes) -> {
            meter.count();
            return deserializer.deserialize(any, bytes);
        });
    }
}
