package dev.fleethealth.benchmarks.query;

import dev.fleethealth.benchmarks.kafka.ApplicationRun;
import dev.fleethealth.benchmarks.kafka.EventTopic;
import dev.fleethealth.service.management.HealthCheck;
import dev.fleethealth.streams.config.ProgramConfiguration;
import dev.fleethealth.streams.query.FleetQueries;
import dev.fleethealth.streams.runtime.QueryPlace;
import dev.fleethealth.streams.runtime.QueryRunner;
import dev.fleethealth.streams.runtime.ValueSerdes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What {@code fleet-streams query} runs, without its port. */
final class QueryProduct implements AutoCloseable {
    private static final int MEMORY_MEBIBYTES = 64;

    private final CountDownLatch stop = new CountDownLatch(1);
    private final QueryRunner runner;

    private QueryProduct(ProgramConfiguration configuration) {
        runner = new QueryRunner(
                configuration,
                ValueSerdes.of(configuration.settings()),
                new QueryPlace("127.0.0.1", 1, Optional.empty(), Optional.empty(), MEMORY_MEBIBYTES),
                new SimpleMeterRegistry(),
                longest -> stop.await(longest.toMillis(), TimeUnit.MILLISECONDS),
                failure -> {});
    }

    static QueryProduct start(ApplicationRun application) throws IOException, InterruptedException {
        Path file = application.directory().resolve("fleet-streams.yaml");
        Files.writeString(file, """
                application-id: %s
                kafka: {bootstrap.servers: "%s", schema.registry.url: "%s"}
                state: {directory: "%s"}
                """.formatted(
                application.id(), application.bootstrapServers(), EventTopic.REGISTRY, application.directory()));
        QueryProduct product = new QueryProduct(ProgramConfiguration.loadForKafka(file));
        product.runner.start();
        return product;
    }

    boolean isReady() {
        return runner.ready().stream().map(HealthCheck::problem).allMatch(Optional::isEmpty);
    }

    FleetQueries queries() {
        return runner.queries();
    }

    @Override
    public void close() {
        stop.countDown();
        runner.close();
    }
}
