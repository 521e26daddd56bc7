package dev.fleethealth.streams.delivery.kafka;

import dev.fleethealth.streams.delivery.Silence;
import dev.fleethealth.streams.delivery.Silences;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Silences that come while the program runs: kept on a compacted topic, by id, so that all instances know them, and a restart forgets
 * none. What {@link #create} and {@link #expire} changed holds here at once, and elsewhere within about a second.
 */
public final class SilenceTopic implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(SilenceTopic.class);

    private final String topic;
    private final Silences silences;
    private final TopicFollower follower;
    private final KafkaProducer<byte[], byte[]> producer;

    /** @param silences where those of the topic are added */
    public SilenceTopic(Map<String, Object> clients, String topic, Silences silences) {
        this.topic = topic;
        this.silences = silences;
        this.follower = new TopicFollower(clients, topic, this::take);
        this.producer = new KafkaProducer<>(
                ClientSettings.producer(clients), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Reads all that there are; then {@link #follow} goes on. Both for one thread. */
    public void load() {
        follower.catchUp();
    }

    /** Reads what comes within that time. */
    public void follow(Duration longest) {
        follower.follow(longest);
    }

    /** Adds a silence, or replaces the one with its id; returns when Kafka has it. */
    public void create(Silence silence) throws InterruptedException {
        try {
            producer.send(new ProducerRecord<>(
                            topic, silence.id().getBytes(StandardCharsets.UTF_8), SilenceJson.write(silence)))
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka did not take the silence", e.getCause());
        }
        silences.put(silence);
    }

    /**
     * Ends a silence, also one of the configuration.
     *
     * @return the silence as it is now; empty when there is none of that id
     */
    public Optional<Silence> expire(String id, Instant now) throws InterruptedException {
        Optional<Silence> expired = silences.find(id).map(silence -> silence.expiredAt(now));
        if (expired.isPresent()) {
            create(expired.get());
        }
        return expired;
    }

    /** Those that are not over. */
    public List<Silence> list(Instant now) {
        return silences.list(now);
    }

    @Override
    public void close() {
        follower.close();
        producer.close(Duration.ZERO);
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            return;
        }
        String id = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            silences.remove(id);
            return;
        }
        try {
            silences.put(SilenceJson.read(record.value()));
        } catch (IllegalArgumentException e) {
            LOGGER.atWarn()
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("error", e.getMessage())
                    .log("A record on the silences topic is no silence");
        }
    }
}
