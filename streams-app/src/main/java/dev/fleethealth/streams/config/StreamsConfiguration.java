package dev.fleethealth.streams.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.EffectiveConfiguration;
import dev.fleethealth.service.config.KafkaProperties;
import dev.fleethealth.service.config.Setting;
import dev.fleethealth.service.management.ManagementSettings;
import dev.fleethealth.streams.delivery.settings.DeliverySettings;
import dev.fleethealth.streams.policy.MaintenanceWindow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole configuration file.
 *
 * @param applicationId Kafka Streams' application id: consumer group, prefix of internal topics and of transactions
 * @param kafka settings for all Kafka clients as Kafka names them, but for those that the program sets itself, and for the
 *     serdes as Confluent names them, such as {@code schema.registry.url}
 * @param serdes how the values on the topics are read and written
 * @param topics names of the topics
 * @param processing how Kafka Streams works
 * @param state where the state lives
 * @param management where metrics and health are served
 * @param metrics how many series there may be
 * @param detection times that hold for all detectors
 * @param detectors settings of each detector by its id, read by {@link ConfiguredDetectors}
 * @param fleets what holds for some fleets alone; the first rule that matches holds
 * @param maintenance when trouble is expected
 * @param ignore whose events are of no interest
 * @param sources what is known of a broker beyond its events, by dialect id
 * @param delivery who is told of alerts; without any target nobody is
 * @param query where questions about fleets and devices are answered
 */
public record StreamsConfiguration(
        @Default("fleet-health") String applicationId,
        KafkaProperties kafka,
        SerdeSettings serdes,
        TopicSettings topics,
        ProcessingSettings processing,
        StateSettings state,
        @Default("{port: 9402}") ManagementSettings management,
        MetricsSettings metrics,
        DetectionTimes detection,
        Map<String, JsonNode> detectors,
        List<FleetSettings> fleets,
        List<MaintenanceSettings> maintenance,
        IgnoreSettings ignore,
        Map<String, SourceTraits> sources,
        DeliverySettings delivery,
        QuerySettings query) {
    public StreamsConfiguration {
        Setting.check(
                applicationId.matches("[A-Za-z0-9._-]{1,100}"),
                "application-id",
                "expected 1 to 100 letters, digits, dots, underscores or hyphens, was \"" + applicationId + '"');
        kafka.values().keySet().forEach(OwnedKafkaKeys::refuse);
    }

    /** When trouble is expected, as the core reads it. */
    public List<MaintenanceWindow> maintenanceWindows() {
        return maintenance.stream().map(MaintenanceSettings::window).toList();
    }

    /** What is looked for in a fleet and with which numbers, as YAML; rules of other fleets are not in it. */
    public String detectorsOf(String fleet) {
        Optional<FleetSettings> rule =
                fleets.stream().filter(it -> it.pattern().matches(fleet)).findFirst();
        return EffectiveConfiguration.print(new DetectorsOfFleet(detection, detectors, rule, sources));
    }

    StreamsConfiguration with(Map<String, JsonNode> otherDetectors, List<FleetSettings> otherFleets) {
        return new StreamsConfiguration(
                applicationId,
                kafka,
                serdes,
                topics,
                processing,
                state,
                management,
                metrics,
                detection,
                otherDetectors,
                otherFleets,
                maintenance,
                ignore,
                sources,
                delivery,
                query);
    }
}
