package dev.fleethealth.streams.delivery.kafka;

import dev.fleethealth.streams.delivery.InvalidSilenceException;
import dev.fleethealth.streams.delivery.Silence;
import dev.fleethealth.streams.delivery.SilenceRequest;
import dev.fleethealth.streams.delivery.Silences;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Silences that people create, list and expire while the program runs: kept on a compacted topic, by id, so that all instances know
 * them, and a restart forgets none. What {@link #create} and {@link #expire} changed holds here at once, and elsewhere within about a
 * second, by {@link SilenceFollower}. Safe for use by many threads.
 */
public final class SilenceTopic implements AutoCloseable {
    /** How many may be waiting or hold at a time. */
    static final int MOST = 1_000;

    /** How long one that is over stays on the topic. */
    static final Duration KEPT = Duration.ofDays(30);

    private final String topic;
    private final Silences silences;
    private final KafkaProducer<byte[], byte[]> producer;

    /** @param silences what holds, to which what is created here is added */
    public SilenceTopic(Map<String, Object> clients, String topic, Silences silences) {
        this.topic = topic;
        this.silences = silences;
        this.producer = new KafkaProducer<>(
                ClientSettings.impatientProducer(clients), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Adds a silence, or replaces the one with its id; returns when Kafka has it.
     *
     * @throws InvalidSilenceException when it cannot be, or there are {@value #MOST} others; nothing has changed
     * @throws KafkaException when Kafka does not take it within 10 s; {@link #list} says later what became of it
     */
    public Silence create(SilenceRequest request, Instant now) throws InterruptedException {
        Silence silence = request.at(now);
        if (silences.find(silence.id()).isEmpty() && list(now).size() >= MOST) {
            throw new InvalidSilenceException(
                    "id", "expected at most %,d silences at a time; expire some first".formatted(MOST));
        }
        silences.overAt(now.minus(KEPT)).forEach(id -> send(id, null));
        put(silence);
        return silence;
    }

    /**
     * Ends a silence, also one of the configuration.
     *
     * @return the silence as it is now; empty when there is none of that id
     * @throws KafkaException as {@link #create} does
     */
    public Optional<Silence> expire(String id, Instant now) throws InterruptedException {
        Optional<Silence> expired = silences.find(id).map(silence -> silence.expiredAt(now));
        if (expired.isPresent()) {
            put(expired.get());
        }
        return expired;
    }

    /** The one of that id, also one that is over. */
    public Optional<Silence> find(String id) {
        return silences.find(id);
    }

    /** Those that are not over, first to begin first. */
    public List<Silence> list(Instant now) {
        return silences.list(now);
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private void put(Silence silence) throws InterruptedException {
        try {
            send(silence.id(), SilenceJson.write(silence)).get();
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka did not take the silence", e.getCause());
        }
        silences.put(silence);
    }

    private Future<?> send(String id, byte @Nullable [] value) {
        return producer.send(new ProducerRecord<>(topic, id.getBytes(StandardCharsets.UTF_8), value));
    }
}
