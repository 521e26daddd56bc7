package dev.fleethealth.streams.delivery.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Settings of delivery's Kafka clients: the user's, and over them what its promises rest on. */
final class ClientSettings {
    private static final int HEARTBEATS_IN_A_SESSION = 4;
    private static final int LONGEST_WAIT_OF_A_PERSON_MILLIS = 10_000;

    private ClientSettings() {}

    /** The consumer of alerts: only committed ones, from the first one on, and nothing is committed but by us. */
    static Map<String, Object> alerts(Map<String, Object> user, String group, Duration session) {
        Map<String, Object> settings = reader(user);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) session.toMillis());
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int)
                session.dividedBy(HEARTBEATS_IN_A_SESSION).toMillis());
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return settings;
    }

    /** A consumer without a group. */
    static Map<String, Object> follower(Map<String, Object> user) {
        Map<String, Object> settings = reader(user);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return settings;
    }

    /** Waits for Kafka as long as it is away. */
    static Map<String, Object> producer(Map<String, Object> user) {
        Map<String, Object> settings = new HashMap<>(user);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.MAX_VALUE);
        return settings;
    }

    /** Gives up after 10 s: a person waits for it. */
    static Map<String, Object> impatientProducer(Map<String, Object> user) {
        Map<String, Object> settings = producer(user);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, LONGEST_WAIT_OF_A_PERSON_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, LONGEST_WAIT_OF_A_PERSON_MILLIS / 2);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) LONGEST_WAIT_OF_A_PERSON_MILLIS);
        return settings;
    }

    private static Map<String, Object> reader(Map<String, Object> user) {
        Map<String, Object> settings = new HashMap<>(user);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }
}
