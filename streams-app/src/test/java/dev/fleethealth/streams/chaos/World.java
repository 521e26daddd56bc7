package dev.fleethealth.streams.chaos;

import static org.awaitility.Awaitility.await;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.registry.RegistryAvroSerde;
import dev.fleethealth.streams.chaos.RegistryServer.Mood;
import dev.fleethealth.testkit.chaos.ChaosSize;
import dev.fleethealth.testkit.kafka.KafkaProcess;
import dev.fleethealth.testkit.kafka.TopicRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** A registry, topics and a consumer group of a test's own, on a broker that all tests share. */
final class World implements AutoCloseable {
    static final int PARTITIONS = ChaosSize.pick(2, 6);

    /** The least that can be configured. */
    static final int STATE_MEBIBYTES = 16;

    /** What is open when a producer dies is ended soon after its time is up, not up to ten seconds later. */
    private static final Map<String, String> BROKER =
            Map.of("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");

    private static @Nullable KafkaProcess shared;

    private final String name = "chaos-" + UUID.randomUUID();
    private final RegistryServer registry;
    private final Path directory;
    private final KafkaProcess kafka;
    private final String settings;
    private final List<AutoCloseable> parts = new ArrayList<>();

    private World(Path directory, KafkaProcess kafka, String settings) throws IOException {
        this.registry = new RegistryServer(Mood.WELL);
        this.directory = directory;
        this.kafka = kafka;
        this.settings = settings;
    }

    /**
     * Makes one, with its topics.
     *
     * @param settings lines of the configuration of every instance
     */
    static World create(Path directory, String settings) throws Exception {
        World world = new World(directory, kafkaOfAll(), settings);
        world.createTopics();
        return world;
    }

    private static synchronized KafkaProcess kafkaOfAll() throws Exception {
        KafkaProcess present = shared;
        if (present == null) {
            present = KafkaProcess.start(BROKER);
            shared = present;
            Runtime.getRuntime().addShutdownHook(new Thread(World::closeKafka));
        }
        return present;
    }

    private static synchronized void closeKafka() {
        try {
            if (shared != null) {
                shared.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    KafkaProcess kafka() {
        return kafka;
    }

    RegistryServer registry() {
        return registry;
    }

    Path directory() {
        return directory;
    }

    String events() {
        return name + ".events";
    }

    String alerts() {
        return name + ".alerts";
    }

    /** Starts an instance with a state and a log of its own. */
    Instance start(String instance, String processing, String... java) throws IOException {
        return start(instance, processing, directory.resolve(instance).resolve("state"), registry.url(), java);
    }

    /**
     * Starts an instance.
     *
     * @param processing settings of {@code processing}
     * @param state where its state goes
     * @param registryUrl how it reaches the registry
     */
    Instance start(String instance, String processing, Path state, String registryUrl, String... java)
            throws IOException {
        Instance started = Instance.start(
                directory.resolve(instance),
                """
                application-id: %s
                kafka: {bootstrap.servers: "%s", schema.registry.url: "%s"}
                topics: {events: %s, alerts: %s, dead-letter: %s}
                processing: {%s}
                state: {directory: "%s", memory-mebibytes: %d}
                %s
                """.formatted(
                                name,
                                kafka.bootstrapServers(),
                                registryUrl,
                                events(),
                                alerts(),
                                deadLetter(),
                                processing,
                                state,
                                STATE_MEBIBYTES,
                                settings),
                java);
        parts.add(started);
        return started;
    }

    /** Begins to send the events. */
    Feed feed(Stream<ConnectionEvent> events) {
        RegistryAvroSerde<ConnectionEvent> serde = serde(ConnectionEvent.class);
        return feed(events, event -> serde.serializer().serialize(events(), event));
    }

    /** Begins to send the events in a form of the test's own. */
    Feed feed(Stream<ConnectionEvent> events, Function<ConnectionEvent, byte[]> form) {
        return Feed.start(kafka.bootstrapServers(), events(), recording(), form, events);
    }

    AlertWatch watch() {
        AlertWatch watch = new AlertWatch(
                kafka.bootstrapServers(), alerts(), serde(Alert.class).deserializer());
        parts.add(watch);
        return watch;
    }

    List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        return TopicRecords.of(
                kafka.bootstrapServers(), deadLetter(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Returns when all that was sent is worked on and committed. */
    void awaitNoLag(Duration longest) {
        await().atMost(longest).ignoreExceptions().until(() -> lag() == 0);
    }

    /** Events that were sent and not yet committed. */
    long lag() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            return Lag.of(admin, name, events());
        }
    }

    /** Members of the group, as Kafka knows it. */
    long members() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            return admin.describeConsumerGroups(List.of(name)).describedGroups().get(name).get().members().stream()
                    .map(MemberDescription::consumerId)
                    .distinct()
                    .count();
        }
    }

    /** Size of all changelog topics. */
    long changelogBytes() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            return admin.describeLogDirs(List.of(1)).allDescriptions().get().get(1).values().stream()
                    .flatMap(folder -> folder.replicaInfos().entrySet().stream())
                    .filter(replica -> replica.getKey().topic().startsWith(name)
                            && replica.getKey().topic().endsWith("-changelog"))
                    .mapToLong(replica -> replica.getValue().size())
                    .sum();
        }
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable part : parts) {
            part.close();
        }
        registry.close();
    }

    Path recording() {
        return directory.resolve("events.jsonl");
    }

    <T extends SpecificRecord> RegistryAvroSerde<T> serde(Class<T> type) {
        RegistryAvroSerde<T> serde = new RegistryAvroSerde<>(type);
        serde.configure(Map.of("schema.registry.url", registry.url()), false);
        return serde;
    }

    private String deadLetter() {
        return name + ".dead-letter";
    }

    private void createTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic(events(), PARTITIONS, (short) 1),
                            new NewTopic(alerts(), 1, (short) 1),
                            new NewTopic(deadLetter(), 1, (short) 1)))
                    .all()
                    .get();
        }
    }
}
