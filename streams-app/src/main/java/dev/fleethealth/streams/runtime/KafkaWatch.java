package dev.fleethealth.streams.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.jspecify.annotations.Nullable;

/** Asks Kafka from time to time whether it is there, for Kafka Streams itself calls a lost broker RUNNING. */
final class KafkaWatch implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofSeconds(3);
    private static final int TIMEOUT_MILLIS = 2_500;

    private final Condition kafka;
    private final Admin admin;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(KafkaWatch::thread);

    KafkaWatch(Map<String, Object> clientSettings, Condition kafka) {
        this.kafka = kafka;
        this.admin = Admin.create(clientSettings);
        timer.scheduleWithFixedDelay(this::ask, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        admin.close(Duration.ZERO);
    }

    private void ask() {
        admin.describeCluster(new DescribeClusterOptions().timeoutMs(TIMEOUT_MILLIS))
                .clusterId()
                .whenComplete((id, failure) -> answered(failure));
    }

    private void answered(@Nullable Throwable failure) {
        if (failure == null) {
            kafka.met();
        } else if (!timer.isShutdown()) {
            kafka.missing("no answer", failure);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "kafka-watch");
        thread.setDaemon(true);
        return thread;
    }
}
