package dev.fleethealth.service.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic that a program needs. The replication factor is the cluster's default.
 *
 * @param partitions how many partitions it gets when it must be created
 * @param retention how long records stay
 */
public record TopicDefinition(String name, int partitions, CleanupPolicy cleanupPolicy, Duration retention) {

    NewTopic newTopic() {
        return new NewTopic(name, Optional.of(partitions), Optional.empty())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG, cleanupPolicy.kafkaName(),
                        TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis())));
    }
}
