package dev.fleethealth.benchmarks.measure;

import dev.fleethealth.benchmarks.kafka.ApplicationRun;
import dev.fleethealth.benchmarks.kafka.EventTopic;
import dev.fleethealth.streams.config.Guarantee;
import dev.fleethealth.streams.topology.StateStoreKind;
import dev.fleethealth.testkit.process.TemporaryDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How soon the program works again.
 *
 * @param changelogRecords all that Kafka keeps of the state, compaction being off
 * @param clean from the start to RUNNING after an orderly stop
 * @param withoutDisk the same when nothing is left on the disk
 */
public record Restart(StateStoreKind store, long changelogRecords, Duration clean, Duration withoutDisk) {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Works off the topic, stops, and starts twice. */
    public static Restart measure(EventTopic topic, StateStoreKind store, Path directory) throws Exception {
        try (ApplicationRun application = ApplicationRun.on(topic, directory)) {
            Detection.workOff(topic, application, store);
            long records = changelogRecords(application);
            Duration clean = timeToReady(application, store);
            new TemporaryDirectory(directory.resolve(application.id())).close();
            return new Restart(store, records, clean, timeToReady(application, store));
        }
    }

    /** How fast state came back from Kafka, all else that a start takes included. */
    public double recordsPerSecond() {
        return changelogRecords / (withoutDisk.toNanos() / 1e9);
    }

    private static Duration timeToReady(ApplicationRun application, StateStoreKind store) throws Exception {
        long start = System.nanoTime();
        try (Product product = Product.start(application, store, Guarantee.EXACTLY_ONCE, any -> any, failure -> {})) {
            while (!product.isReady()) {
                LockSupport.parkNanos(LOOK_NANOS);
                if (System.nanoTime() - start > LONGEST.toNanos()) {
                    throw new TimeoutException("not RUNNING after " + LONGEST);
                }
            }
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    private static long changelogRecords(ApplicationRun application) {
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", application.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> changelogs = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(partition -> partition.topic().startsWith(application.id()))
                    .filter(partition -> partition.topic().endsWith("-changelog"))
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            return consumer.endOffsets(changelogs).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }
}
