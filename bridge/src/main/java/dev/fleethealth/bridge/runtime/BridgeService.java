package dev.fleethealth.bridge.runtime;

import dev.fleethealth.bridge.config.BridgeSettings;
import dev.fleethealth.bridge.kafka.EventSerializer;
import dev.fleethealth.bridge.kafka.KafkaEventSink;
import dev.fleethealth.bridge.kafka.KafkaProbe;
import dev.fleethealth.bridge.metrics.BridgeMetrics;
import dev.fleethealth.bridge.pipeline.InFlight;
import dev.fleethealth.bridge.pipeline.Intake;
import dev.fleethealth.bridge.pipeline.MessagePipeline;
import dev.fleethealth.bridge.pipeline.StallWatch;
import dev.fleethealth.schemas.TopicDefinition;
import dev.fleethealth.schemas.Topics;
import dev.fleethealth.service.config.ConfigurationException;
import dev.fleethealth.service.kafka.KafkaStart;
import dev.fleethealth.service.management.HealthCheck;
import dev.fleethealth.service.management.ManagementServer;
import dev.fleethealth.service.metrics.KafkaMetrics;
import dev.fleethealth.service.metrics.KafkaSeries;
import dev.fleethealth.service.metrics.ServiceMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bridge at work. Health and metrics can be seen at once; messages are taken as soon as Kafka and the schema registry
 * are there, however long that takes.
 */
public final class BridgeService implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(BridgeService.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration DRAIN = Duration.ofSeconds(8);
    private static final Duration FLUSH = Duration.ofSeconds(2);

    private final BridgeSettings settings;
    private final InstantSource clock;
    private final Consumer<Throwable> fatal;
    private final EventSerializer serializer;
    private final PrometheusMeterRegistry registry = ServiceMetrics.newRegistry();
    private final BridgeMetrics metrics;
    private final InFlight inFlight;
    private final StallWatch stalls;
    private final Sources sources;
    private final ManagementServer management;
    private final StartupCheck startup = new StartupCheck();
    private final List<HealthCheck> ready = new CopyOnWriteArrayList<>(List.of(startup));
    private final Thread start = new Thread(this::startWork, "start");
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable KafkaEventSink sink;
    private volatile @Nullable KafkaProbe probe;
    private volatile @Nullable KafkaMetrics kafkaMetrics;

    private BridgeService(BridgeSettings settings, InstantSource clock, Consumer<Throwable> fatal) {
        this.settings = settings;
        this.clock = clock;
        this.fatal = fatal;
        this.serializer = EventSerializer.of(settings.kafka());
        this.metrics = new BridgeMetrics(registry);
        this.inFlight = new InFlight(settings.maxInFlight());
        this.stalls = new StallWatch(clock);
        this.sources = new Sources(settings);
        showMetrics();
        this.management = ManagementServer.start(settings.management(), registry, List.of(stalls), ready);
        claim();
    }

    /**
     * Starts the bridge; returns at once.
     *
     * @param fatal told, once, of a failure after which the bridge can do no more
     * @throws ConfigurationException when the settings don't fit this machine or class path
     */
    public static BridgeService start(BridgeSettings settings, InstantSource clock, Consumer<Throwable> fatal) {
        BridgeService service = new BridgeService(settings, clock, fatal);
        service.start.start();
        return service;
    }

    /** The port of the management server. */
    public int managementPort() {
        return management.port();
    }

    /**
     * Stops in order: takes no more messages, lets those in flight come to their end, says goodbye to the brokers.
     * What did not come to its end is not acknowledged, and comes again.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        stopStarting();
        sources.pause();
        drain();
        sources.close();
        Optional.ofNullable(kafkaMetrics).ifPresent(KafkaMetrics::close);
        Optional.ofNullable(sink).ifPresent(open -> open.close(FLUSH));
        Optional.ofNullable(probe).ifPresent(KafkaProbe::close);
        management.close();
        LOGGER.atInfo().log("Bridge stopped");
    }

    private void startWork() {
        try {
            awaitKafka();
            awaitRegistry();
            KafkaEventSink open = KafkaEventSink.open(settings, serializer, fatal);
            sink = open;
            kafkaMetrics = KafkaMetrics.show(registry, KafkaSeries.OF_PRODUCER, open::metrics);
            KafkaProbe kafka = KafkaProbe.start(settings.kafka());
            probe = kafka;
            ready.add(kafka);
            MessagePipeline pipeline = new MessagePipeline(open, inFlight, stalls, metrics);
            ready.addAll(sources.start(new Intake(pipeline, clock, metrics, kafka, fatal)));
            startup.done();
            LOGGER.atInfo().log("Bridge started");
        } catch (InterruptedException e) {
            LOGGER.atInfo().log("Stopped before Kafka and the schema registry were there");
        } catch (RuntimeException e) {
            fatal.accept(e);
        }
    }

    /** A port that is taken must be known at once, not when Kafka is there. */
    private void claim() {
        try {
            sources.claim();
        } catch (ConfigurationException e) {
            sources.close();
            management.close();
            throw e;
        }
    }

    private void awaitKafka() throws InterruptedException {
        startup.waitsFor("Kafka");
        List<TopicDefinition> topics = List.of(
                Topics.CONNECTION_EVENTS
                        .named(settings.topics().events())
                        .withPartitions(settings.topics().partitions()),
                Topics.CONNECTION_EVENTS_DEAD_LETTER.named(settings.topics().deadLetter()));
        new KafkaStart(settings.kafka().values(), BridgeService::pause).awaitTopics(topics);
    }

    private void awaitRegistry() throws InterruptedException {
        Optional<String> problem = serializer.warmUp(settings.topics().events());
        if (problem.isPresent()) {
            startup.waitsFor("the schema registry");
            LOGGER.atWarn().addKeyValue("error", problem.get()).log("Waiting for the schema registry");
        }
        while (problem.isPresent()) {
            pause(BETWEEN_TRIES);
            problem = serializer.warmUp(settings.topics().events());
        }
    }

    /** @return never true: the program stops by an interrupt */
    private static boolean pause(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
        return false;
    }

    private void stopStarting() {
        start.interrupt();
        try {
            start.join(FLUSH.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drain() {
        try {
            if (!inFlight.drain(DRAIN)) {
                LOGGER.atWarn()
                        .addKeyValue("messages", inFlight.count())
                        .log("Messages left to the brokers, which will send them again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void showMetrics() {
        metrics.showInFlight(inFlight::count, this::oldestSeconds);
        metrics.showConnected(sources::connected);
        sources.dialects().forEach(metrics::showDialect);
    }

    private double oldestSeconds() {
        return inFlight.oldest()
                .map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / 1_000.0)
                .orElse(0.0);
    }
}
