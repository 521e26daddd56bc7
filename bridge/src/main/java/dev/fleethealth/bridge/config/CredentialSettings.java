package dev.fleethealth.bridge.config;

import dev.fleethealth.service.config.Secret;
import dev.fleethealth.service.config.Setting;
import java.util.Optional;

/**
 * How the bridge proves who it is.
 *
 * @param username MQTT user name
 * @param password MQTT password: {@code ${env:NAME}} or {@code ${file:/path}}
 */
public record CredentialSettings(String username, Optional<Secret> password) {
    public CredentialSettings {
        Setting.notBlank("username", username);
    }
}
