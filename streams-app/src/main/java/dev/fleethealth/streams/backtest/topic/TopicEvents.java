package dev.fleethealth.streams.backtest.topic;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.registry.FaultKind;
import dev.fleethealth.streams.backtest.BadEventException;
import dev.fleethealth.streams.backtest.EventSource;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Events of a topic in the order of their arrival: all partitions, merged by the records' timestamps, which are the times
 * of receipt. Within a partition the order is that of the offsets. Only what was committed when it began is read.
 */
public final class TopicEvents implements EventSource {
    private static final Duration LONGEST_POLL = Duration.ofMillis(500);

    private static final Comparator<ConsumerRecord<byte[], byte[]>> ARRIVAL =
            Comparator.<ConsumerRecord<byte[], byte[]>>comparingLong(ConsumerRecord::timestamp)
                    .thenComparingInt(ConsumerRecord::partition);

    private final Consumer<byte[], byte[]> consumer;
    private final Deserializer<ConnectionEvent> deserializer;
    private final Map<TopicPartition, PartitionRecords> partitions = new HashMap<>();
    private final Duration patience;

    /**
     * @param consumer assigned to the partitions and positioned at their starts
     * @param patience how long Kafka may be silent while there is more to read
     */
    TopicEvents(
            Consumer<byte[], byte[]> consumer,
            Deserializer<ConnectionEvent> deserializer,
            List<PartitionRecords> partitions,
            Duration patience) {
        this.consumer = consumer;
        this.deserializer = deserializer;
        this.patience = patience;
        partitions.forEach(records -> this.partitions.put(records.partition(), records));
    }

    @Override
    public @Nullable ConnectionEvent next() throws IOException {
        fetch();
        PartitionRecords earliest = partitions.values().stream()
                .filter(records -> records.first() != null)
                .min(Comparator.comparing(PartitionRecords::first, Comparator.nullsLast(ARRIVAL)))
                .orElse(null);
        if (earliest == null) {
            return null;
        }
        ConsumerRecord<byte[], byte[]> record = earliest.first();
        earliest.removeFirst();
        return record == null ? null : read(record);
    }

    @Override
    public OptionalDouble share() {
        long length =
                partitions.values().stream().mapToLong(PartitionRecords::length).sum();
        long taken =
                partitions.values().stream().mapToLong(PartitionRecords::taken).sum();
        return length == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) taken / length);
    }

    @Override
    public void close() {
        consumer.close();
        deserializer.close();
    }

    /** Which record is the next is known only when each partition has one, or will have none. */
    private void fetch() throws IOException {
        long silentSince = System.nanoTime();
        while (partitions.values().stream().anyMatch(PartitionRecords::lacks)) {
            if (poll()) {
                silentSince = System.nanoTime();
            } else if (System.nanoTime() - silentSince > patience.toNanos()) {
                throw new IOException("Kafka sent nothing for " + patience.toSeconds() + " s");
            }
        }
    }

    /** Whether anything came. */
    private boolean poll() throws IOException {
        consumer.resume(partitions.keySet());
        consumer.pause(partitions.values().stream()
                .filter(PartitionRecords::full)
                .map(PartitionRecords::partition)
                .toList());
        boolean moved = false;
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(LONGEST_POLL)) {
                of(record).add(record);
                moved = true;
            }
            for (PartitionRecords records : partitions.values()) {
                records.reached(consumer.position(records.partition()));
            }
        } catch (KafkaException e) {
            throw new IOException("Kafka: " + e.getMessage(), e);
        }
        return moved;
    }

    private PartitionRecords of(ConsumerRecord<byte[], byte[]> record) {
        return partitions.computeIfAbsent(new TopicPartition(record.topic(), record.partition()), unexpected -> {
            throw new IllegalStateException("a record of " + unexpected);
        });
    }

    private @Nullable ConnectionEvent read(ConsumerRecord<byte[], byte[]> record) throws IOException {
        String where =
                "topic %s, partition %d, offset %d".formatted(record.topic(), record.partition(), record.offset());
        try {
            ConnectionEvent event = deserializer.deserialize(record.topic(), record.value());
            if (event == null) {
                throw new BadEventException(where, "expected an event, found a record without a value");
            }
            return event;
        } catch (KafkaException e) {
            if (FaultKind.ofReading(e) == FaultKind.DATA) {
                throw new BadEventException(where, String.valueOf(e.getMessage()));
            }
            throw new IOException(where + ": the schema registry does not answer: " + e.getMessage(), e);
        }
    }
}
