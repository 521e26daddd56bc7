package dev.fleethealth.benchmarks.measure;

import dev.fleethealth.benchmarks.kafka.ApplicationRun;
import dev.fleethealth.benchmarks.kafka.EventTopic;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.service.management.HealthCheck;
import dev.fleethealth.streams.config.Guarantee;
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
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.serialization.Serde;

/** What {@code fleet-streams run} runs, all detectors and metrics included, with one stream thread; it is running. */
public final class Product implements AutoCloseable {
    private final StreamsRunner runner;
    private final CountDownLatch stop = new CountDownLatch(1);

    private Product(
            ProgramConfiguration configuration,
            UnaryOperator<Serde<ConnectionEvent>> events,
            Consumer<Throwable> failed) {
        ValueSerdes serdes = ValueSerdes.of(configuration.settings());
        this.runner = new StreamsRunner(
                configuration,
                new ValueSerdes(events.apply(serdes.events()), serdes.alerts()),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                longest -> stop.await(longest.toMillis(), TimeUnit.MILLISECONDS),
                failed);
    }

    /**
     * Starts it with its defaults, but for these.
     *
     * @param events may put something around the serde of the events
     * @param failed told when it can't go on
     */
    public static Product start(
            ApplicationRun application,
            StateStoreKind store,
            Guarantee guarantee,
            UnaryOperator<Serde<ConnectionEvent>> events,
            Consumer<Throwable> failed)
            throws IOException, InterruptedException {
        Product product = new Product(configuration(application, store, guarantee), events, failed);
        product.runner.start();
        return product;
    }

    private static ProgramConfiguration configuration(
            ApplicationRun application, StateStoreKind store, Guarantee guarantee) throws IOException {
        Path file = application.directory().resolve("fleet-streams.yaml");
        Files.writeString(file, """
                application-id: %s
                kafka: {bootstrap.servers: "%s", schema.registry.url: "%s"}
                processing: {guarantee: %s}
                state: {directory: "%s", store: %s}
                """.formatted(
                        application.id(),
                        application.bootstrapServers(),
                        EventTopic.REGISTRY,
                        guarantee.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        application.directory(),
                        store.name().toLowerCase(Locale.ROOT)));
        return ProgramConfiguration.loadForKafka(file);
    }

    /** Whether it has all its state and works. */
    public boolean isReady() {
        return runner.ready().stream().map(HealthCheck::problem).allMatch(Optional::isEmpty);
    }

    @Override
    public void close() {
        stop.countDown();
        runner.close();
    }
}
