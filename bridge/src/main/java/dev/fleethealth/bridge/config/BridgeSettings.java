package dev.fleethealth.bridge.config;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.KafkaProperties;
import dev.fleethealth.service.config.Setting;
import dev.fleethealth.service.management.ManagementSettings;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The whole configuration of the bridge.
 *
 * @param sources where broker messages come from; at least one
 * @param dialectFiles files of mapped dialects, which can be named like those that come with the bridge
 * @param kafka settings of the Kafka producer and of the serializer, as Kafka and the schema registry name them:
 *     {@code bootstrap.servers} and, for the built-in serializer, {@code schema.registry.url}; {@code value.serializer}
 *     replaces the built-in serializer
 * @param topics where events and dead letters go
 * @param fleetRules how a device's fleet follows from its name; the first that matches wins, before the built-in ones
 * @param privacy what becomes of addresses and user names
 * @param maxInFlight how many messages may wait for Kafka at one time, over all sources
 * @param management where metrics and health are served
 */
public record BridgeSettings(
        List<SourceSettings> sources,
        List<Path> dialectFiles,
        KafkaProperties kafka,
        TopicSettings topics,
        List<FleetRuleSettings> fleetRules,
        PrivacySettings privacy,
        @Default("2000") int maxInFlight,
        @Default("{port: 9401}") ManagementSettings management) {

    private static final Set<String> OWNED_KAFKA_KEYS =
            Set.of("acks", "enable.idempotence", "delivery.timeout.ms", "max.block.ms", "retries", "key.serializer");

    public BridgeSettings {
        Setting.check(!sources.isEmpty(), "sources", "required, expected at least one source");
        Setting.inRange("max-in-flight", maxInFlight, 1, 100_000);
        Setting.check(
                kafka.values().containsKey("bootstrap.servers"),
                "kafka.bootstrap.servers",
                "required, expected host:port");
        OWNED_KAFKA_KEYS.forEach(key -> Setting.check(
                !kafka.values().containsKey(key),
                "kafka." + key,
                "the bridge sets it so that nothing is lost, remove it"));
        refuseDuplicates(sources);
    }

    private static void refuseDuplicates(List<SourceSettings> sources) {
        Set<String> names = new HashSet<>();
        Set<String> sessions = new HashSet<>();
        for (int index = 0; index < sources.size(); index++) {
            SourceSettings source = sources.get(index);
            String path = "sources[" + index + "].";
            Setting.check(names.add(source.name()), path + "name", "expected a name that no other source has");
            Setting.check(
                    sessions.add(source.session()),
                    path + source.sessionKey(),
                    "expected one that no other source has: the two would take messages away from each other");
        }
    }
}
