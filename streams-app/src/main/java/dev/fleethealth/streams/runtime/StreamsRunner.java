package dev.fleethealth.streams.runtime;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.TopicDefinition;
import dev.fleethealth.service.kafka.KafkaStart;
import dev.fleethealth.service.kafka.KafkaStart.Pause;
import dev.fleethealth.service.management.HealthCheck;
import dev.fleethealth.service.metrics.KafkaMetrics;
import dev.fleethealth.service.metrics.KafkaSeries;
import dev.fleethealth.streams.config.ProgramConfiguration;
import dev.fleethealth.streams.config.StreamsConfiguration;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.metrics.FaultCounters;
import dev.fleethealth.streams.metrics.FleetHealthMetrics;
import dev.fleethealth.streams.topology.FleetHealthTopology;
import dev.fleethealth.streams.topology.TopologyListener;
import dev.fleethealth.streams.topology.TopologySettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the topology: waits for what it needs, starts it, tells how it is, and ends it in order. */
public final class StreamsRunner implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(StreamsRunner.class);

    /** Below {@code max.poll.interval.ms}, after whose five minutes a consumer is taken for dead. */
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(4);

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(15);

    private final ProgramConfiguration configuration;
    private final ValueSerdes serdes;
    private final MeterRegistry metrics;
    private final Pause pause;
    private final Consumer<Throwable> end;
    private final TopologyListener listener;
    private final FaultCounters faults;
    private final Condition kafka = new Condition("kafka", "not asked yet");
    private final Condition registry = new Condition("schema-registry", "not asked yet");
    private volatile @Nullable KafkaStreams streams;
    private @Nullable KafkaWatch watch;
    private @Nullable KafkaMetrics kafkaMetrics;

    /**
     * Prepares it; nothing is asked of Kafka yet.
     *
     * @param pause waits; it tells when the program is to stop
     * @param end called once when it cannot go on, from a thread that must not be held
     */
    public StreamsRunner(
            ProgramConfiguration configuration,
            ValueSerdes serdes,
            MeterRegistry metrics,
            Pause pause,
            Consumer<Throwable> end) {
        this.configuration = configuration;
        this.serdes = serdes;
        this.metrics = metrics;
        this.pause = pause;
        this.end = end;
        this.listener = new FleetHealthMetrics(metrics, settings().metrics().maxFleets(), this::detectorsOf);
        this.faults = new FaultCounters(metrics);
        RocksDbMemory.bindTo(metrics);
    }

    /** Without these the process should be restarted. */
    public List<HealthCheck> live() {
        return List.of(StreamsState.alive(this::current));
    }

    /** Without these no alert can be raised for now. */
    public List<HealthCheck> ready() {
        return List.of(kafka, registry, StreamsState.ready(this::current));
    }

    /**
     * Waits for Kafka and the registry, then starts.
     *
     * @return false when the program is to stop before that
     */
    public boolean start() throws InterruptedException {
        if (!awaitKafka() || !awaitRegistry()) {
            return false;
        }
        KafkaStreams created = create();
        streams = created;
        watch = new KafkaWatch(clientSettings(), kafka);
        kafkaMetrics = KafkaMetrics.show(metrics, KafkaSeries.OF_STREAMS, created::metrics);
        created.start();
        return true;
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
            boolean done = running.close(CloseOptions.timeout(LONGEST_CLOSE)
                    .withGroupMembershipOperation(
                            settings().processing().instanceId().isPresent()
                                    ? GroupMembershipOperation.REMAIN_IN_GROUP
                                    : GroupMembershipOperation.LEAVE_GROUP));
            LOGGER.atInfo().addKeyValue("inTime", done).log("Streams closed");
        });
    }

    private KafkaStreams create() {
        DeadLetters deadLetters = new DeadLetters(settings().topics().deadLetter(), faults, InstantSource.system());
        KafkaStreams created = new KafkaStreams(topology(), StreamsProperties.of(settings(), deadLetters));
        created.setUncaughtExceptionHandler(new ThreadFailures(
                settings().processing().threads(), InstantSource.system(), faults, end, () -> Runtime.getRuntime()
                        .halt(1)));
        created.setStateListener((now, before) -> LOGGER.atInfo()
                .addKeyValue("before", before)
                .addKeyValue("now", now)
                .log("State changed"));
        return created;
    }

    private Topology topology() {
        Serde<ConnectionEvent> events = Serdes.serdeFrom(
                serdes.events().serializer(),
                new PatientDeserializer<>(
                        serdes.events().deserializer(), registry, pause, InstantSource.system(), LONGEST_HOLD));
        return FleetHealthTopology.build(new TopologySettings(
                settings().topics().events(),
                settings().topics().alerts(),
                events,
                serdes.alerts(),
                configuration.detection(),
                settings().state().store(),
                listener));
    }

    private boolean awaitKafka() throws InterruptedException {
        KafkaStart start = new KafkaStart(clientSettings(), pause);
        List<TopicDefinition> topics = NeededTopics.of(settings().topics());
        boolean there = settings().topics().create() ? start.awaitTopics(topics) : start.awaitForeignTopics(topics);
        if (there) {
            kafka.met();
        }
        return there;
    }

    private boolean awaitRegistry() throws InterruptedException {
        RegistryStart start = new RegistryStart(registry, pause);
        return start.await(
                        serdes.events().deserializer(), settings().topics().events(), ConnectionEvent.getClassSchema())
                && start.await(serdes.alerts().serializer(), settings().topics().alerts(), Alert.getClassSchema());
    }

    private Map<String, Object> clientSettings() {
        return settings().kafka().over(Map.of());
    }

    private List<String> detectorsOf(String fleet) {
        return configuration.detection().policy().of(fleet).detectors().stream()
                .map(Detector::id)
                .toList();
    }

    private StreamsConfiguration settings() {
        return configuration.settings();
    }

    private Optional<KafkaStreams> current() {
        return Optional.ofNullable(streams);
    }
}
