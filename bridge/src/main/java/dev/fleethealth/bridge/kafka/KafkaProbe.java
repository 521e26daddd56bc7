package dev.fleethealth.bridge.kafka;

import dev.fleethealth.service.config.KafkaProperties;
import dev.fleethealth.service.management.HealthCheck;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/** Asks Kafka every few seconds whether it is there, so that the bridge knows before the next event has to wait. */
public final class KafkaProbe implements HealthCheck, AutoCloseable {
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final int TIMEOUT_MILLIS = 3_000;

    private final Admin admin;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "kafka-probe"));
    private volatile Optional<String> problem = Optional.empty();

    private KafkaProbe(Admin admin) {
        this.admin = admin;
    }

    /** Starts to ask. */
    public static KafkaProbe start(KafkaProperties settings) {
        KafkaProbe probe = new KafkaProbe(Admin.create(settings.over(Map.of())));
        probe.thread.scheduleWithFixedDelay(probe::ask, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return probe;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public Optional<String> problem() {
        return problem;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        admin.close(Duration.ZERO);
    }

    private void ask() {
        try {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(TIMEOUT_MILLIS))
                    .clusterId()
                    .get();
            problem = Optional.empty();
        } catch (ExecutionException e) {
            problem = Optional.of("does not answer: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
