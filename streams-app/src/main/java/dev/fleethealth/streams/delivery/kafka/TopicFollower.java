package dev.fleethealth.streams.delivery.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all of a small compacted topic from its beginning, and goes on reading. For one thread. */
final class TopicFollower implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(100);
    private static final int MOST_TRIES = 300;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Consumer<ConsumerRecord<byte[], byte[]>> handler;

    /** @throws TimeoutException when nobody knows the topic for half a minute */
    TopicFollower(Map<String, Object> settings, String topic, Consumer<ConsumerRecord<byte[], byte[]>> handler) {
        this.consumer = new KafkaConsumer<>(
                ClientSettings.follower(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.handler = handler;
        this.partitions = partitionsOf(topic);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * Reads on to where the topic ends now. While Kafka is away, this waits.
     *
     * @throws TimeoutException when Kafka does not say in time where that is
     */
    void catchUp() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            consumer.poll(STEP).forEach(handler);
        }
    }

    /** Reads what has come, without waiting. */
    void follow(Duration longest) {
        consumer.poll(longest).forEach(handler);
    }

    /** A topic that was created just now is not known to the broker at once. */
    private List<TopicPartition> partitionsOf(String topic) {
        for (int tried = 0; tried < MOST_TRIES; tried++) {
            List<TopicPartition> known = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            if (!known.isEmpty()) {
                return known;
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        consumer.close(CloseOptions.timeout(Duration.ZERO));
        throw new TimeoutException("no partitions of topic " + topic + " are known");
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
