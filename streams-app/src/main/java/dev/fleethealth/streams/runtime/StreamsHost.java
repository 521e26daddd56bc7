package dev.fleethealth.streams.runtime;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.TopicDefinition;
import dev.fleethealth.service.kafka.KafkaStart;
import dev.fleethealth.service.kafka.KafkaStart.Pause;
import dev.fleethealth.service.management.HealthCheck;
import dev.fleethealth.service.metrics.KafkaMetrics;
import dev.fleethealth.service.metrics.KafkaSeries;
import dev.fleethealth.streams.config.StreamsConfiguration;
import dev.fleethealth.streams.metrics.FaultCounters;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one topology on Kafka: waits for what it needs, starts it, tells how it is, and ends it in order. */
final class StreamsHost implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(StreamsHost.class);

    /** Below {@code max.poll.interval.ms}, after whose five minutes a consumer is taken for dead. */
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(4);

    private final String prefix;
    private final Duration longestClose;
    private final StreamsConfiguration settings;
    private final ValueSerdes serdes;
    private final MeterRegistry metrics;
    private final Pause pause;
    private final Consumer<Throwable> end;
    private final FaultCounters faults;
    private final Condition kafka;
    private final Condition registry;
    private volatile @Nullable KafkaStreams streams;
    private @Nullable KafkaWatch watch;
    private @Nullable KafkaMetrics kafkaMetrics;

    /**
     * Prepares it; nothing is asked of Kafka yet.
     *
     * @param prefix of the names of its health checks; empty, or ends with a hyphen
     * @param longestClose how long it may take to end in order; all of a process together have {@code ShutdownSignal}'s time
     * @param pause waits; it tells when the program is to stop
     * @param end called once when it cannot go on, from a thread that must not be held
     */
    StreamsHost(
            String prefix,
            Duration longestClose,
            StreamsConfiguration settings,
            ValueSerdes serdes,
            MeterRegistry metrics,
            Pause pause,
            Consumer<Throwable> end) {
        this.prefix = prefix;
        this.longestClose = longestClose;
        this.settings = settings;
        this.serdes = serdes;
        this.metrics = metrics;
        this.pause = pause;
        this.end = end;
        this.faults = new FaultCounters(metrics);
        this.kafka = new Condition(prefix + "kafka", "not asked yet");
        this.registry = new Condition(prefix + "schema-registry", "not asked yet");
        RocksDbMemory.bindTo(metrics);
    }

    FaultCounters faults() {
        return faults;
    }

    /** Without these the process should be restarted. */
    List<HealthCheck> live() {
        return List.of(StreamsState.alive(prefix, this::current));
    }

    /** Without these it does not work for now. */
    List<HealthCheck> ready() {
        return List.of(kafka, registry, StreamsState.ready(prefix, this::current));
    }

    Optional<KafkaStreams> current() {
        return Optional.ofNullable(streams);
    }

    /**
     * Waits for topics and the registry.
     *
     * @return false when the program is to stop before that
     */
    boolean await(List<TopicDefinition> topics) throws InterruptedException {
        return awaitKafka(topics) && awaitRegistry();
    }

    /** Starts a topology. */
    void start(Topology topology, Properties properties) {
        KafkaStreams created = new KafkaStreams(topology, properties);
        created.setUncaughtExceptionHandler(new ThreadFailures(
                settings.processing().threads(), InstantSource.system(), faults, end, () -> Runtime.getRuntime()
                        .halt(1)));
        created.setStateListener((now, before) -> LOGGER.atInfo()
                .addKeyValue("application", properties.get("application.id"))
                .addKeyValue("before", before)
                .addKeyValue("now", now)
                .log("State changed"));
        streams = created;
        watch = new KafkaWatch(clientSettings(), kafka);
        kafkaMetrics = KafkaMetrics.show(metrics, KafkaSeries.OF_STREAMS, created::metrics);
        created.start();
    }

    /** Events, held back while the registry is away. */
    Serde<ConnectionEvent> patientEvents() {
        return patient(serdes.events());
    }

    /** Alerts, held back while the registry is away. */
    Serde<Alert> patientAlerts() {
        return patient(serdes.alerts());
    }

    private <T> Serde<T> patient(Serde<T> serde) {
        Deserializer<T> patient =
                new PatientDeserializer<>(serde.deserializer(), registry, pause, InstantSource.system(), LONGEST_HOLD);
        return Serdes.serdeFrom(serde.serializer(), patient);
    }

    /** Ends it in order. The group is told, so that others take over at once, unless this instance is to come back. */
    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
        if (kafkaMetrics != null) {
            kafkaMetrics.close();
        }
        current().ifPresent(running -> {
            boolean done = running.close(CloseOptions.timeout(longestClose)
                    .withGroupMembershipOperation(
                            settings.processing().instanceId().isPresent()
                                    ? GroupMembershipOperation.REMAIN_IN_GROUP
                                    : GroupMembershipOperation.LEAVE_GROUP));
            LOGGER.atInfo().addKeyValue("inTime", done).log("Streams closed");
        });
    }

    private boolean awaitKafka(List<TopicDefinition> topics) throws InterruptedException {
        KafkaStart start = new KafkaStart(clientSettings(), pause);
        boolean there = settings.topics().create() ? start.awaitTopics(topics) : start.awaitForeignTopics(topics);
        if (there) {
            kafka.met();
        }
        return there;
    }

    private boolean awaitRegistry() throws InterruptedException {
        RegistryStart start = new RegistryStart(registry, pause);
        return start.await(serdes.events().deserializer(), settings.topics().events(), ConnectionEvent.getClassSchema())
                && start.await(serdes.alerts().serializer(), settings.topics().alerts(), Alert.getClassSchema());
    }

    private Map<String, Object> clientSettings() {
        return settings.kafka().over(Map.of());
    }
}
