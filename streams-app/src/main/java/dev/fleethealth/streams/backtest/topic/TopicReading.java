package dev.fleethealth.streams.backtest.topic;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.config.StreamsConfiguration;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Finds a range of a topic on Kafka. It joins no consumer group and commits nothing, so it disturbs nobody. */
public final class TopicReading {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private TopicReading() {}

    /**
     * The events of the range.
     *
     * @param configuration says where Kafka is
     * @throws IOException when Kafka does not answer, or has no such topic
     */
    public static TopicEvents open(
            StreamsConfiguration configuration, Deserializer<ConnectionEvent> deserializer, TopicRange range)
            throws IOException {
        Consumer<byte[], byte[]> consumer = consumer(configuration);
        try {
            List<PartitionRecords> partitions = partitions(consumer, range);
            consumer.assign(partitions.stream().map(PartitionRecords::partition).toList());
            partitions.forEach(records -> consumer.seek(records.partition(), records.start()));
            return new TopicEvents(consumer, deserializer, partitions, PATIENCE);
        } catch (KafkaException e) {
            consumer.close();
            throw silent(configuration, e);
        } catch (IOException e) {
            consumer.close();
            throw e;
        }
    }

    private static Consumer<byte[], byte[]> consumer(StreamsConfiguration configuration) throws IOException {
        Map<String, Object> settings = new HashMap<>(configuration
                .kafka()
                .over(Map.of(
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis(),
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis(),
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000)));
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        try {
            return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            throw silent(configuration, e.getCause() == null ? e : e.getCause());
        }
    }

    private static IOException silent(StreamsConfiguration configuration, Throwable why) {
        String servers = configuration.kafka().values().get("bootstrap.servers");
        return new IOException("Kafka at " + servers + " does not answer: " + why.getMessage(), why);
    }

    private static List<PartitionRecords> partitions(Consumer<byte[], byte[]> consumer, TopicRange range)
            throws IOException {
        List<PartitionInfo> found = consumer.partitionsFor(range.topic());
        if (found == null || found.isEmpty()) {
            throw new IOException("Kafka has no topic " + range.topic());
        }
        List<TopicPartition> partitions = found.stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, OffsetAndTimestamp> starts =
                offsets(consumer, partitions, range.from().toEpochMilli());
        Map<TopicPartition, OffsetAndTimestamp> stops =
                offsets(consumer, partitions, range.to().toEpochMilli());
        return partitions.stream()
                .map(partition -> {
                    long end = ends.getOrDefault(partition, 0L);
                    long stop = Math.min(end, offset(stops.get(partition), end));
                    return new PartitionRecords(partition, offset(starts.get(partition), end), stop);
                })
                .toList();
    }

    private static Map<TopicPartition, OffsetAndTimestamp> offsets(
            Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, long time) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, Math.max(0, time)));
        return consumer.offsetsForTimes(times);
    }

    /** Kafka answers with nothing where no record is that young. */
    private static long offset(@Nullable OffsetAndTimestamp found, long otherwise) {
        return found == null ? otherwise : found.offset();
    }
}
