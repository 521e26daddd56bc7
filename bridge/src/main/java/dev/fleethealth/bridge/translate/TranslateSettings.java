package dev.fleethealth.bridge.translate;

import dev.fleethealth.bridge.config.BridgeSettings;
import dev.fleethealth.bridge.config.FleetRuleSettings;
import dev.fleethealth.bridge.config.MqttSourceSettings;
import dev.fleethealth.bridge.event.FleetRule;
import dev.fleethealth.bridge.event.SourceSettings;
import java.util.List;
import java.util.Optional;

/**
 * What the bridge's configuration says about messages of one dialect: the fleet rules, and fleet and version of the first
 * source that speaks it.
 *
 * @param brokerVersion the broker's version, where it is configured
 */
public record TranslateSettings(SourceSettings source, Optional<String> brokerVersion) {

    /** Without a configuration. */
    public static TranslateSettings of(String dialect) {
        return new TranslateSettings(SourceSettings.of(dialect), Optional.empty());
    }

    public static TranslateSettings of(BridgeSettings settings, String dialect) {
        List<FleetRule> rules =
                settings.fleetRules().stream().map(FleetRuleSettings::rule).toList();
        Optional<MqttSourceSettings> source = settings.sources().stream()
                .filter(MqttSourceSettings.class::isInstance)
                .map(MqttSourceSettings.class::cast)
                .filter(candidate -> speaks(candidate, dialect))
                .findFirst();
        return new TranslateSettings(
                new SourceSettings(dialect, source.map(MqttSourceSettings::fleet), rules),
                source.flatMap(MqttSourceSettings::brokerVersion));
    }

    private static boolean speaks(MqttSourceSettings source, String dialect) {
        return source.topics().stream()
                .anyMatch(topic -> topic.dialect().orElse(source.dialect()).equals(dialect));
    }
}
