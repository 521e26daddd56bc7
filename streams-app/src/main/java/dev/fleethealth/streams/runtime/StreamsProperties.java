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

    private static final long QUERY_COMMIT_MILLIS = 1_000;

    /** For the current minutes of fleets alone. */
    private static final long QUERY_CACHE_MEBIBYTES = 8;

    private StreamsProperties() {}

    static Properties of(StreamsConfiguration configuration, SetAside setAside) {
        Map<String, Object> settings = configuration.kafka().over(suitable());
        settings.putAll(owned(configuration.processing()));
        settings.putAll(state(configuration.state()));
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, configuration.applicationId());
        settings.put(SetAside.SETTING, setAside);
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }

    /**
     * Those of the second application, which is asked and decides nothing: what counts twice after a failure does little harm,
     * and costs less.
     *
     * @param self where other instances ask this one
     */
    static Properties ofQueries(StreamsConfiguration configuration, QueryPlace self) {
        Properties properties = of(configuration, SetAside.NOWHERE);
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, configuration.applicationId() + "-query");
        properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, self.host() + ":" + self.port());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, QUERY_COMMIT_MILLIS);
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, QUERY_CACHE_MEBIBYTES * BYTES_IN_A_MEBIBYTE);
        properties.put(RocksDbMemory.LIMIT_SETTING, self.memoryMebibytes() * BYTES_IN_A_MEBIBYTE);
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
                "INFO",
                // A task of ours reads one partition, so there is no other that it could wait for.
                StreamsConfig.MAX_TASK_IDLE_MS_CONFIG,
                StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
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
