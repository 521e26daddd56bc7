package dev.fleethealth.streams.config;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Setting;

/** @param maxFleets how many fleets get series of their own; all others share the label {@code _other} */
public record MetricsSettings(@Default("200") int maxFleets) {
    public MetricsSettings {
        Setting.inRange("max-fleets", maxFleets, 1, 10_000);
    }
}
