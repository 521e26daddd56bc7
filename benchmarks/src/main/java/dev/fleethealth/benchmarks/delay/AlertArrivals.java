package dev.fleethealth.benchmarks.delay;

import dev.fleethealth.benchmarks.kafka.EventTopic;
import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the alerts as whoever acts on them does, committed ones alone, and notes when each opening was there. */
final class AlertArrivals implements AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Consumer<String, Alert> consumer;
    private final Map<String, Instant> opened = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::read, "alert-arrivals");

    AlertArrivals(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                EventTopic.deserializer(Alert.class));
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.ALERTS.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        thread.start();
    }

    private void read() {
        try {
            while (!thread.isInterrupted()) {
                for (ConsumerRecord<String, Alert> record : consumer.poll(POLL)) {
                    note(record.value(), Instant.now());
                }
            }
        } catch (WakeupException e) {
            // closed
        } finally {
            consumer.close();
        }
    }

    private void note(Alert alert, Instant now) {
        if (alert.getState() == AlertState.OPEN) {
            opened.putIfAbsent(alert.getDedupKey(), now);
        }
    }

    /** When each alert was first read, by its dedup key. */
    Map<String, Instant> opened() {
        return opened;
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        thread.join();
    }
}
