package dev.fleethealth.benchmarks.kafka;

import dev.fleethealth.benchmarks.workload.EventStream;
import dev.fleethealth.benchmarks.workload.Workload;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.ConnectionEventKey;
import dev.fleethealth.schemas.Topics;
import dev.fleethealth.schemas.registry.RegistryAvroDeserializer;
import dev.fleethealth.schemas.registry.RegistryAvroSerializer;
import dev.fleethealth.testkit.kafka.Broker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The events topic, filled as the bridge fills it: Avro in Confluent's wire format, keyed by fleet and client id, lz4.
 *
 * @param records how many are in it
 */
public record EventTopic(String bootstrapServers, long records) {
    /** A schema registry in this JVM: its answers are kept in any case, so it costs nothing either way. */
    public static final String REGISTRY = "mock://benchmark";

    public static final String NAME = Topics.CONNECTION_EVENTS.name();

    private static final int PARTITIONS = 4;
    private static final Map<String, String> SERDE_SETTINGS = Map.of("schema.registry.url", REGISTRY);

    /** Nothing is compacted or deleted meanwhile: the state that is found on the broker afterwards is all that was written. */
    public static final Map<String, String> BROKER_SETTINGS =
            Map.of("log.retention.ms", "-1", "log.cleaner.enable", "false");

    /** Fills it. */
    public static EventTopic fill(Broker broker, Workload workload) throws ExecutionException, InterruptedException {
        create(broker);
        try (Producer<String, ConnectionEvent> producer = producer(broker)) {
            new EventStream(workload).forEachRemaining(event -> producer.send(record(event)));
        }
        return new EventTopic(broker.bootstrapServers(), workload.events());
    }

    public List<TopicPartition> partitions() {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(NAME, partition))
                .toList();
    }

    /** An empty topic, for events that are sent while the program runs. */
    public static EventTopic empty(Broker broker) throws ExecutionException, InterruptedException {
        create(broker);
        return new EventTopic(broker.bootstrapServers(), 0);
    }

    /** What all programs under measurement read the values with. */
    public static Deserializer<ConnectionEvent> deserializer() {
        return deserializer(ConnectionEvent.class);
    }

    /** Reads what was written with the same registry. */
    public static <T extends SpecificRecord> Deserializer<T> deserializer(Class<T> type) {
        Deserializer<T> deserializer = new RegistryAvroDeserializer<>(type);
        deserializer.configure(SERDE_SETTINGS, false);
        return deserializer;
    }

    /** Old times are kept, too, and none is replaced. */
    private static void create(Broker broker) throws ExecutionException, InterruptedException {
        NewTopic topic = new NewTopic(NAME, Optional.of(PARTITIONS), Optional.empty())
                .configs(Map.of("retention.ms", "-1", "message.timestamp.type", "CreateTime"));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(topic)).all().get();
        }
    }

    private static Producer<String, ConnectionEvent> producer(Broker broker) {
        return producer(broker.bootstrapServers());
    }

    /** Sends as the bridge does. */
    public static Producer<String, ConnectionEvent> producer(String bootstrapServers) {
        RegistryAvroSerializer<ConnectionEvent> values = new RegistryAvroSerializer<>();
        values.configure(SERDE_SETTINGS, false);
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "compression.type",
                "lz4",
                "linger.ms",
                5,
                "batch.size",
                128 * 1024);
        return new KafkaProducer<>(settings, new StringSerializer(), values);
    }

    public static ProducerRecord<String, ConnectionEvent> record(ConnectionEvent event) {
        return new ProducerRecord<>(
                NAME, null, event.getReceivedAt().toEpochMilli(), ConnectionEventKey.of(event), event);
    }
}
