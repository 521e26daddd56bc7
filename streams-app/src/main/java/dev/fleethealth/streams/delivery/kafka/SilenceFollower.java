package dev.fleethealth.streams.delivery.kafka;

import dev.fleethealth.streams.delivery.Silences;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the silences of all instances from their topic, and goes on reading. For one thread. */
public final class SilenceFollower implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(SilenceFollower.class);

    private final Silences silences;
    private final TopicFollower follower;

    /** @param silences where those of the topic are added */
    public SilenceFollower(Map<String, Object> clients, String topic, Silences silences) {
        this.silences = silences;
        this.follower = new TopicFollower(clients, topic, this::take);
    }

    /** Reads all that there are; then {@link #follow} goes on. */
    public void load() {
        follower.catchUp();
    }

    /** Reads what comes within that time. */
    public void follow(Duration longest) {
        follower.follow(longest);
    }

    @Override
    public void close() {
        follower.close();
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
