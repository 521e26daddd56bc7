package dev.fleethealth.streams.chaos;

import dev.fleethealth.schemas.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads the committed alerts as they come. */
final class AlertWatch implements AutoCloseable {
    private final KafkaConsumer<byte[], Alert> consumer;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean closing;

    /** An alert, and when it could be read. */
    record Seen(Alert alert, Instant at) {

        /** From the event that opened it until anybody could know. */
        Duration delay() {
            return Duration.between(alert.getOpenedAt(), at);
        }
    }

    AlertWatch(String bootstrapServers, String topic, Deserializer<Alert> alerts) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), alerts);
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        thread = new Thread(this::read, "alert-watch");
        thread.start();
    }

    List<Seen> seen() {
        return seen;
    }

    List<Alert> alerts() {
        return seen.stream().map(Seen::alert).toList();
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        thread.join();
    }

    private void read() {
        try (consumer) {
            while (!closing) {
                consumer.poll(Duration.ofMillis(50))
                        .forEach(record -> seen.add(new Seen(record.value(), Instant.now())));
            }
        }
    }
}
