package dev.fleethealth.demo.watch;

import dev.fleethealth.schemas.Alert;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.WakeupException;

/** Reads the alerts as anybody else would: from Kafka, committed ones only. */
public final class AlertWatcher implements AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Consumer<byte[], Alert> consumer;
    private final Clock clock;
    private final BiConsumer<Alert, Instant> listener;
    private final Thread thread = new Thread(this::run, "alerts");

    /**
     * @param consumer set to its topic; belongs to the watcher
     * @param listener gets each alert with the time at which it was read, on the watcher's thread
     */
    public AlertWatcher(Consumer<byte[], Alert> consumer, Clock clock, BiConsumer<Alert, Instant> listener) {
        this.consumer = consumer;
        this.clock = clock;
        this.listener = listener;
        thread.start();
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            while (true) {
                for (ConsumerRecord<byte[], Alert> alert : consumer.poll(POLL)) {
                    listener.accept(alert.value(), clock.instant());
                }
            }
        } catch (WakeupException e) {
            // The way in which a consumer is told to end.
        }
    }
}
