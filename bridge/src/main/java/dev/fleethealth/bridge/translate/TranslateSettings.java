package dev.fleethealth.bridge.translate;

import dev.fleethealth.bridge.config.BridgeSettings;
import dev.fleethealth.bridge.config.FleetRuleSettings;
import dev.fleethealth.bridge.config.SourceSettings;
import dev.fleethealth.bridge.event.EventOrigin;
import dev.fleethealth.bridge.event.FleetRule;
import java.util.List;
import java.util.Optional;

/**
 * What the bridge's configuration says about messages of one dialect: the fleet rules, privacy, and fleet and version of the first
 * source that speaks it.
 *
 * @param brokerVersion the broker's version, where it is configured
 */
public record TranslateSettings(EventOrigin source, Optional<String> brokerVersion) {

    /** Without a configuration. */
    public static TranslateSettings of(String dialect) {
        return new TranslateSettings(EventOrigin.of(dialect), Optional.empty());
    }

    public static TranslateSettings of(BridgeSettings settings, String dialect) {
        List<FleetRule> rules =
                settings.fleetRules().stream().map(FleetRuleSettings::rule).toList();
        Optional<SourceSettings> source = settings.sources().stream()
                .filter(candidate -> candidate.speaks(dialect))
                .findFirst();
        return new TranslateSettings(
                new EventOrigin(
                        dialect,
                        source.map(SourceSettings::fleet),
                        rules,
                        settings.privacy().privacy()),
                source.flatMap(SourceSettings::brokerVersion));
    }
}
