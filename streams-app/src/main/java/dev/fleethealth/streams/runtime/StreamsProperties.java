package dev.fleethealth.streams.runtime;

import dev.fleethealth.streams.config.ProcessingSettings;
import dev.fleethealth.streams.config.StateSettings;
import dev.fleethealth.streams.config.StreamsConfiguration;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;

/** Kafka Streams' own settings: what suits the program, the user's under it where they are free, ours over it. */
final class StreamsProperties {
    private static final int HEARTBEATS_IN_A_SESSION = 4;
    private static final long BYTES_IN_A_MEBIBYTE = 1 << 20;

    private StreamsProperties() {}

    static Properties of(StreamsConfiguration configuration, DeadLetters deadLetters) {
        Map<String, Object> settings = configuration.kafka().over(suitable());
        settings.putAll(owned(configuration.processing()));
        settings.putAll(state(configuration.state()));
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, configuration.applicationId());
        settings.put(DeadLetters.SETTING, deadLetters);
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }

    /** Measured to suit it; the user may know better. */
    private static Map<String, Object> suitable() {
        return Map.of(
                StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG),
                1_000,
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG),
                "earliest",
                StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
                5,
                StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG),
                "lz4",
                StreamsConfig.METRICS_RECORDING_LEVEL_CONFIG,
                "INFO");
    }

    /** What the promises of the program rest on. */
    private static Map<String, Object> owned(ProcessingSettings processing) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                processing.guarantee().kafkaName());
        settings.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                processing.commitInterval().toMillis());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, processing.threads());
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, processing.standbyReplicas());
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, processing.replicationFactor());
        settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, GroupProtocol.CLASSIC.name());
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableRecords.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, FailedRecords.class);
        settings.putAll(membership(processing));
        return settings;
    }

    private static Map<String, Object> membership(ProcessingSettings processing) {
        Duration session = processing.sessionTimeout();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), (int) session.toMillis());
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), (int)
                session.dividedBy(HEARTBEATS_IN_A_SESSION).toMillis());
        processing
                .instanceId()
                .ifPresent(
                        id -> settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), id));
        return settings;
    }

    /** The record cache would hold changes back, and cost more than it saves with many devices. */
    private static Map<String, Object> state(StateSettings state) {
        return Map.of(
                StreamsConfig.STATE_DIR_CONFIG,
                state.directory().toString(),
                StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                0L,
                StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
                RocksDbMemory.class,
                RocksDbMemory.LIMIT_SETTING,
                state.memoryMebibytes() * BYTES_IN_A_MEBIBYTE);
    }
}
