package dev.fleethealth.streams.runtime;

import dev.fleethealth.streams.config.ProgramConfiguration;
import dev.fleethealth.streams.query.FleetQueries;
import dev.fleethealth.streams.query.cluster.PartJson;
import dev.fleethealth.streams.query.cluster.PartServer;
import dev.fleethealth.testkit.net.FreePort;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An instance that is asked, with the server that the others ask. */
final class QueryInstance implements AutoCloseable {
    private static final String TOKEN = "secret";

    private final CountDownLatch stop = new CountDownLatch(1);
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final QueryRunner runner;
    private final PartServer server;
    private final Thread starter;

    private QueryInstance(ProgramConfiguration configuration, int port) {
        runner = new QueryRunner(
                configuration,
                ValueSerdes.of(configuration.settings()),
                new QueryPlace("127.0.0.1", port, Optional.empty(), Optional.of(TOKEN), 16),
                new SimpleMeterRegistry(),
                longest -> stop.await(longest.toMillis(), TimeUnit.MILLISECONDS),
                failures::add);
        server = PartServer.start(new PartJson(runner.part()), TOKEN, port);
        starter = new Thread(this::start, "starter");
    }

    static QueryInstance start(Path directory, String name, String bootstrapServers, String registryUrl)
            throws IOException {
        Path file = directory.resolve(name + ".yaml");
        Files.writeString(file, """
                kafka: {bootstrap.servers: "%s", schema.registry.url: "%s"}
                processing: {instance-id: "%s", session-timeout: 6s}
                state: {directory: "%s"}
                """.formatted(bootstrapServers, registryUrl, name, directory.resolve(name)));
        QueryInstance instance = new QueryInstance(ProgramConfiguration.loadForKafka(file), FreePort.find());
        instance.starter.start();
        return instance;
    }

    boolean isReady() {
        return failures.isEmpty()
                && runner.ready().stream().allMatch(check -> check.problem().isEmpty());
    }

    FleetQueries queries() {
        return runner.queries();
    }

    /** From one moment to the next, nobody answers any more; Kafka is not told. */
    void die() {
        server.close();
    }

    @Override
    public void close() throws InterruptedException {
        stop.countDown();
        starter.join();
        server.close();
        runner.close();
    }

    private void start() {
        try {
            runner.start();
        } catch (Exception e) {
            failures.add(e);
        }
    }
}
