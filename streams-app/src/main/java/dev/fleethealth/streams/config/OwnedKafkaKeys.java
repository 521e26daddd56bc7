package dev.fleethealth.streams.config;

import dev.fleethealth.service.config.Setting;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.streams.StreamsConfig;

/** Kafka settings that the program sets itself: a user's value would be lost, or would break what it promises. */
final class OwnedKafkaKeys {
    private static final String FIXED = "it is fixed";

    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry(StreamsConfig.APPLICATION_ID_CONFIG, "use application-id"),
            Map.entry(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, "use processing.guarantee"),
            Map.entry(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, "use processing.commit-interval"),
            Map.entry(StreamsConfig.NUM_STREAM_THREADS_CONFIG, "use processing.threads"),
            Map.entry(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, "use processing.standby-replicas"),
            Map.entry(StreamsConfig.REPLICATION_FACTOR_CONFIG, "use processing.replication-factor"),
            Map.entry("session.timeout.ms", "use processing.session-timeout"),
            Map.entry("group.instance.id", "use processing.instance-id"),
            Map.entry(StreamsConfig.STATE_DIR_CONFIG, "use state.directory"),
            Map.entry(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, "use state.memory-mebibytes"),
            Map.entry(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, FIXED),
            Map.entry(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, "use serdes"),
            Map.entry(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, FIXED),
            Map.entry(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, FIXED),
            Map.entry(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, "use topics.dead-letter"),
            Map.entry(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, FIXED),
            Map.entry(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, FIXED),
            Map.entry(StreamsConfig.GROUP_PROTOCOL_CONFIG, FIXED),
            Map.entry("group.id", "use application-id"),
            Map.entry("isolation.level", FIXED),
            Map.entry("enable.auto.commit", FIXED),
            Map.entry("transactional.id", FIXED),
            Map.entry("enable.idempotence", FIXED),
            Map.entry("acks", FIXED));

    private static final Pattern SERIALIZERS = Pattern.compile("(key|value)\\.(de)?serializer");
    private static final Pattern CLIENT_PREFIX =
            Pattern.compile("^(main\\.|restore\\.|global\\.)?(consumer|producer)\\.");

    private OwnedKafkaKeys() {}

    /** Refuses the key if it is owned, with and without the prefix of one client. */
    static void refuse(String key) {
        String name = CLIENT_PREFIX.matcher(key).replaceFirst("");
        String instead = SERIALIZERS.matcher(name).matches() ? "use serdes" : INSTEAD.get(name);
        Setting.check(instead == null, "kafka." + key, "expected no such key: the program sets it, " + instead);
    }
}
