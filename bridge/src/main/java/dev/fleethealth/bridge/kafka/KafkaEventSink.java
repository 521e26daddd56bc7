package dev.fleethealth.bridge.kafka;

import dev.fleethealth.bridge.config.BridgeSettings;
import dev.fleethealth.bridge.config.TopicSettings;
import dev.fleethealth.bridge.pipeline.DeadLetter;
import dev.fleethealth.bridge.pipeline.EventSink;
import dev.fleethealth.bridge.pipeline.RejectedRecordException;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.registry.FaultKind;
import dev.fleethealth.service.config.ConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps events and dead letters on Kafka. Waits, as long as it takes, while Kafka or the schema registry is away. */
public final class KafkaEventSink implements EventSink {
    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaEventSink.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final ReliableProducer producer;
    private final Flusher flusher;
    private final EventSerializer serializer;
    private final KafkaRecords records;
    private final String eventTopic;

    KafkaEventSink(
            Producer<byte[], byte[]> producer,
            EventSerializer serializer,
            TopicSettings topics,
            Consumer<Throwable> fatal) {
        this.producer = new ReliableProducer(producer, fatal);
        this.flusher = Flusher.start(producer);
        this.serializer = serializer;
        this.records = new KafkaRecords(topics);
        this.eventTopic = topics.events();
    }

    /**
     * A sink with a producer of its own.
     *
     * @param fatal told of a failure after which nothing can be kept any more
     * @throws ConfigurationException when the settings can't be those of a producer
     */
    public static KafkaEventSink open(BridgeSettings settings, EventSerializer serializer, Consumer<Throwable> fatal) {
        try {
            return new KafkaEventSink(
                    new KafkaProducer<>(ProducerSettings.of(settings.kafka())), serializer, settings.topics(), fatal);
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new ConfigurationException("kafka: " + cause.getMessage());
        }
    }

    @Override
    public CompletableFuture<Void> publish(List<ConnectionEvent> events) throws InterruptedException {
        try {
            if (events.size() == 1) {
                return publish(events.get(0));
            }
            CompletableFuture<?>[] sent = new CompletableFuture<?>[events.size()];
            for (int index = 0; index < sent.length; index++) {
                sent[index] = publish(events.get(index));
            }
            return CompletableFuture.allOf(sent);
        } catch (RejectedRecordException e) {
            return CompletableFuture.failedFuture(e);
        } catch (InterruptException e) {
            throw interrupted(e);
        }
    }

    @Override
    public CompletableFuture<Void> deadLetter(DeadLetter letter) {
        return producer.send(records.deadLetter(letter))
                .exceptionallyCompose(failure -> failure instanceof RejectedRecordException
                        ? producer.send(records.shortened(letter))
                        : CompletableFuture.failedFuture(failure));
    }

    @Override
    public void flush() {
        flusher.flush();
    }

    /** The producer's own metrics. */
    public Map<MetricName, ? extends Metric> metrics() {
        return producer.metrics();
    }

    /** Waits that long for what is on its way. */
    public void close(Duration longest) {
        flusher.close();
        producer.close(longest);
        serializer.close();
    }

    private CompletableFuture<Void> publish(ConnectionEvent event) throws InterruptedException {
        return producer.send(records.event(event, serialize(event)));
    }

    private byte[] serialize(ConnectionEvent event) throws InterruptedException {
        for (boolean first = true; ; first = false) {
            try {
                return notNull(serializer.serialize(eventTopic, event));
            } catch (RuntimeException e) {
                if (FaultKind.ofWriting(e) == FaultKind.DATA) {
                    throw new RejectedRecordException(e);
                }
                waitForRegistry(first, e);
            }
        }
    }

    private static byte[] notNull(byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new SerializationException("the serializer made nothing of an event");
        }
        return bytes;
    }

    private static void waitForRegistry(boolean first, RuntimeException failure) throws InterruptedException {
        if (first) {
            LOGGER.atWarn().addKeyValue("error", failure.toString()).log("Waiting for the schema registry");
        }
        Thread.sleep(BETWEEN_TRIES.toMillis());
    }

    private static InterruptedException interrupted(InterruptException cause) {
        InterruptedException interruption = new InterruptedException("while Kafka was away");
        interruption.initCause(cause);
        return interruption;
    }
}
