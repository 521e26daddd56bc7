package dev.fleethealth.streams.runtime;

import dev.fleethealth.service.management.HealthCheck;
import dev.fleethealth.streams.config.ProgramConfiguration;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The program as {@code run} starts it, but in a thread of the test. */
final class RunningProgram implements AutoCloseable {
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final StreamsRunner runner;
    private final Thread starter;

    private RunningProgram(ProgramConfiguration configuration) {
        runner = new StreamsRunner(
                configuration,
                ValueSerdes.of(configuration.settings()),
                metrics,
                longest -> stop.await(longest.toMillis(), TimeUnit.MILLISECONDS),
                failures::add);
        starter = new Thread(this::start, "starter");
    }

    /** Starts it with the given registry; state goes below the directory. */
    static RunningProgram start(Path directory, String bootstrapServers, String registryUrl) throws IOException {
        return start(directory, bootstrapServers, registryUrl, "");
    }

    /** Starts it with further lines of configuration. */
    static RunningProgram start(Path directory, String bootstrapServers, String registryUrl, String further)
            throws IOException {
        Path file = directory.resolve("fleet-streams.yaml");
        Files.writeString(file, """
                kafka: {bootstrap.servers: "%s", schema.registry.url: "%s", max.retries: 1}
                state: {directory: "%s"}
                %s
                """.formatted(bootstrapServers, registryUrl, directory.resolve("state"), further));
        RunningProgram program = new RunningProgram(ProgramConfiguration.loadForKafka(file));
        program.starter.start();
        return program;
    }

    boolean isReady() {
        return runner.ready().stream().allMatch(check -> check.problem().isEmpty());
    }

    boolean isAlive() {
        return failures.isEmpty()
                && runner.live().stream().map(HealthCheck::problem).allMatch(problem -> problem.isEmpty());
    }

    PrometheusMeterRegistry metrics() {
        return metrics;
    }

    @Override
    public void close() throws InterruptedException {
        stop.countDown();
        starter.join();
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
