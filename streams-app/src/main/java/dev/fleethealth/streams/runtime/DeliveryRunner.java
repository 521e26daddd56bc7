package dev.fleethealth.streams.runtime;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.TopicDefinition;
import dev.fleethealth.service.kafka.KafkaStart;
import dev.fleethealth.service.kafka.KafkaStart.Pause;
import dev.fleethealth.service.management.HealthCheck;
import dev.fleethealth.streams.config.StreamsConfiguration;
import dev.fleethealth.streams.delivery.Rules;
import dev.fleethealth.streams.delivery.Silences;
import dev.fleethealth.streams.delivery.kafka.WorkerSettings;
import dev.fleethealth.streams.delivery.settings.DeliverySettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the delivery of alerts: one worker for each target, so that one that is down holds up no other. */
public final class DeliveryRunner implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(DeliveryRunner.class);
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(4);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(15);

    private final StreamsConfiguration settings;
    private final Serde<Alert> serde;
    private final Pause pause;
    private final Consumer<Throwable> end;
    private final Condition kafka = new Condition("delivery-kafka", "not asked yet");
    private final Condition registry = new Condition("delivery-schema-registry", "not asked yet");
    private final Silences silences;
    private final List<DeliveryThread> threads;
    private final List<Thread> running = new ArrayList<>();
    private final CountDownLatch silencesKnown = new CountDownLatch(1);
    private volatile boolean stopping;

    /**
     * Prepares it; nothing is asked of Kafka yet.
     *
     * @param pause waits; it tells when the program is to stop
     * @param end called when it cannot go on, from a thread that must not be held
     */
    public DeliveryRunner(
            StreamsConfiguration settings,
            Serde<Alert> serde,
            MeterRegistry metrics,
            Pause pause,
            Consumer<Throwable> end) {
        this.settings = settings;
        this.serde = serde;
        this.pause = pause;
        this.end = end;
        this.silences = new Silences(delivery().silenceList());
        Rules rules = new Rules(delivery().routeList(), silences, settings.maintenanceWindows());
        this.threads = delivery().targets().stream()
                .map(target -> new DeliveryThread(target, delivery(), rules, metrics))
                .toList();
    }

    /** Without these, alerts are not delivered for now. A target that is away is none of them: a restart does not mend it. */
    public List<HealthCheck> ready() {
        if (threads.isEmpty()) {
            return List.of();
        }
        return Stream.concat(Stream.of(kafka, registry), threads.stream()).toList();
    }

    /**
     * Waits for Kafka and the registry, then delivers in threads of its own. Does nothing without targets.
     *
     * @return false when the program is to stop before that
     */
    public boolean start() throws InterruptedException {
        if (threads.isEmpty()) {
            return true;
        }
        if (!awaitKafka()
                || !new RegistryStart(registry, pause)
                        .await(serde.serializer(), settings.topics().alerts(), Alert.getClassSchema())) {
            return false;
        }
        begin("silences", this::followSilences);
        WorkerSettings worker = workerSettings();
        threads.forEach(thread -> begin("delivery-" + thread.target(), () -> deliver(thread, worker)));
        return true;
    }

    @Override
    public void close() {
        stopping = true;
        try {
            for (Thread thread : running) {
                thread.join(LONGEST_CLOSE.toMillis());
                // It waits for a Kafka that is away.
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitKafka() throws InterruptedException {
        KafkaStart start = new KafkaStart(clients(), pause);
        List<TopicDefinition> topics = NeededTopics.ofDelivery(settings.topics(), delivery());
        boolean there = settings.topics().create() ? start.awaitTopics(topics) : start.awaitForeignTopics(topics);
        if (there) {
            kafka.met();
        }
        return there;
    }

    private WorkerSettings workerSettings() {
        Deserializer<Alert> patient =
                new PatientDeserializer<>(serde.deserializer(), registry, pause, InstantSource.system(), LONGEST_HOLD);
        return new WorkerSettings(
                clients(),
                settings.applicationId() + "-delivery",
                UUID.randomUUID().toString(),
                settings.processing().sessionTimeout(),
                settings.topics().alerts(),
                delivery().ledgerTopic(),
                settings.topics().deadLetter(),
                serde.serializer(),
                patient);
    }

    /** Nothing is told before it is known what is silenced. */
    private void deliver(DeliveryThread thread, WorkerSettings worker) {
        try {
            while (!stopping && !silencesKnown.await(SilencesReading.STEP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOGGER.atDebug().addKeyValue("target", thread.target()).log("Waits for the silences");
            }
            thread.run(worker, () -> stopping);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void followSilences() {
        new SilencesReading(clients(), delivery().silencesTopic(), silences)
                .run(silencesKnown::countDown, () -> stopping);
    }

    private void begin(String name, Runnable work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException | Error e) {
                        if (stopping) {
                            return;
                        }
                        LOGGER.atError().addKeyValue("thread", name).setCause(e).log("Delivery failed");
                        end.accept(e);
                    }
                },
                name);
        running.add(thread);
        thread.start();
    }

    private Map<String, Object> clients() {
        return settings.kafka().over(Map.of());
    }

    private DeliverySettings delivery() {
        return settings.delivery();
    }
}
