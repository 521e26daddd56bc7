package dev.fleethealth.bridge.config;

import dev.fleethealth.service.config.Secret;
import dev.fleethealth.service.config.Setting;
import java.util.Optional;

/**
 * How the bridge proves who it is: with a password, or with a token that it makes anew for each connection.
 *
 * @param username MQTT user name; brokers that look only at the token take any
 * @param password MQTT password: {@code ${env:NAME}} or {@code ${file:/path}}
 * @param token makes a JSON Web Token and sends it as the password
 */
public record CredentialSettings(String username, Optional<Secret> password, Optional<TokenSettings> token) {
    public CredentialSettings {
        Setting.notBlank("username", username);
        Setting.check(password.isEmpty() || token.isEmpty(), "token", "expected only without a password");
    }
}
