package dev.fleethealth.bridge.kafka;

import dev.fleethealth.service.config.KafkaProperties;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How the bridge's producer is set up. What keeps it from losing or giving up anything is fixed; the rest are defaults
 * that the operator may replace.
 */
final class ProducerSettings {
    /**
     * Requests, not records, cost Kafka and its client, so records wait for each other; but only while more of them are on
     * their way, see {@link Flusher}: latency is what limits the bridge when a broker's window is small. For the same reason
     * there is one request at a time: what arrives meanwhile goes together in the next one.
     */
    private static final Map<String, Object> DEFAULTS = Map.of(
            ProducerConfig.CLIENT_ID_CONFIG,
            "fleet-bridge",
            ProducerConfig.LINGER_MS_CONFIG,
            5,
            ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
            1,
            ProducerConfig.BATCH_SIZE_CONFIG,
            131_072,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4");

    private static final Map<String, Object> FIXED = Map.of(
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            Integer.MAX_VALUE,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            Long.MAX_VALUE,
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
            ByteArraySerializer.class.getName(),
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
            ByteArraySerializer.class.getName());

    private ProducerSettings() {}

    static Map<String, Object> of(KafkaProperties operator) {
        Map<String, Object> settings = operator.over(DEFAULTS);
        settings.putAll(FIXED);
        return settings;
    }
}
