package dev.fleethealth.streams.config;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Setting;
import org.apache.kafka.common.serialization.Serde;

/**
 * Which class reads and writes the values. Any {@link Serde} with a constructor without arguments will do, such as
 * Confluent's own; it is configured with all of {@code kafka}.
 *
 * @param events class for connection events
 * @param alerts class for alerts
 */
public record SerdeSettings(
        @Default(OURS) String events, @Default(OURS) String alerts) {
    private static final String OURS = "dev.fleethealth.schemas.registry.RegistryAvroSerde";

    public SerdeSettings {
        Setting.notBlank("events", events);
        Setting.notBlank("alerts", alerts);
    }
}
