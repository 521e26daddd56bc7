package dev.fleethealth.benchmarks.measure;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What the topic that holds the devices' state holds; bytes are of keys and values, before compression.
 *
 * @param records how many were written
 * @param keys how many of them compaction would keep
 * @param keptBytes bytes of those
 */
public record Changelog(long records, long bytes, long keys, long keptBytes) {
    private static final Duration POLL = Duration.ofMillis(100);

    public double bytesPerRecord() {
        return (double) bytes / records;
    }

    public double bytesPerKey() {
        return (double) keptBytes / keys;
    }

    /** Reads all of it. */
    static Changelog read(String bootstrapServers, String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return read(consumer, consumer.endOffsets(partitions));
        }
    }

    private static Changelog read(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        Map<String, Integer> kept = new HashMap<>();
        long records = 0;
        long bytes = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                int size = record.serializedKeySize() + Math.max(0, record.serializedValueSize());
                kept.put(record.key(), size);
                records++;
                bytes += size;
            }
        }
        return new Changelog(
                records,
                bytes,
                kept.size(),
                kept.values().stream().mapToLong(Integer::longValue).sum());
    }
}
