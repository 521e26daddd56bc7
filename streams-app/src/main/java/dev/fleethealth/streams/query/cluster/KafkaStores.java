package dev.fleethealth.streams.query.cluster;

import dev.fleethealth.streams.query.state.StoreNames;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The stores of a running Kafka Streams client. */
public final class KafkaStores implements LocalStores {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final Set<String> OF_ALERTS = Set.of(StoreNames.ALERTS, StoreNames.OPEN_ALERTS);

    private final Supplier<Optional<KafkaStreams>> streams;
    private final String eventsTopic;
    private final String alertsTopic;

    /** @param streams empty until it is started */
    public KafkaStores(Supplier<Optional<KafkaStreams>> streams, String eventsTopic, String alertsTopic) {
        this.streams = streams;
        this.eventsTopic = eventsTopic;
        this.alertsTopic = alertsTopic;
    }

    @Override
    public List<Integer> partitions(String store) {
        String topic = OF_ALERTS.contains(store) ? alertsTopic : eventsTopic;
        return running(streams).metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> task.topicPartitions().stream())
                .filter(partition -> partition.topic().equals(topic))
                .map(TopicPartition::partition)
                .sorted()
                .toList();
    }

    @Override
    public ReadOnlyKeyValueStore<Bytes, byte[]> of(String store, int partition) {
        try {
            return started(streams)
                    .store(StoreQueryParameters.fromNameAndType(
                                    store, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                            .withPartition(partition));
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw PartUnavailableException.moving();
        }
    }

    /** As the consumers know it since they last fetched. */
    @Override
    public long behind() {
        return running(streams).metrics().values().stream()
                .filter(KafkaStores::isLag)
                .map(Metric::metricValue)
                .filter(Double.class::isInstance)
                .mapToDouble(Double.class::cast)
                .filter(Double::isFinite)
                .mapToLong(lag -> (long) lag)
                .sum();
    }

    /** Of a stream thread's consumer, and not of the one that restores. */
    private static boolean isLag(Metric metric) {
        String client = metric.metricName().tags().getOrDefault("client-id", "");
        return metric.metricName().name().equals("records-lag")
                && client.endsWith("-consumer")
                && !client.endsWith("-restore-consumer");
    }

    /** Once it runs, and while none of its partitions move. */
    static KafkaStreams running(Supplier<Optional<KafkaStreams>> streams) {
        KafkaStreams started = started(streams);
        if (started.state() != KafkaStreams.State.RUNNING) {
            throw PartUnavailableException.moving();
        }
        return started;
    }

    private static KafkaStreams started(Supplier<Optional<KafkaStreams>> streams) {
        return streams.get()
                .filter(each -> each.state().isRunningOrRebalancing())
                .orElseThrow(() -> new PartUnavailableException("it is starting or stopping", RETRY_AFTER));
    }
}
