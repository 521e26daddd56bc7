package dev.fleethealth.bridge.mqtt;

import dev.fleethealth.bridge.config.CredentialSettings;
import dev.fleethealth.bridge.link.Credentials;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Where an MQTT source has its credentials from. */
final class MqttCredentials {
    private MqttCredentials() {}

    /** What the settings ask for: nothing, the same password each time, or a token of its own for each connection. */
    static Credentials.Source of(Optional<CredentialSettings> settings, InstantSource clock, RandomGenerator random) {
        return settings.map(given -> source(given, clock, random)).orElse(Optional::empty);
    }

    private static Credentials.Source source(CredentialSettings given, InstantSource clock, RandomGenerator random) {
        return given.token()
                .<Credentials.Source>map(token -> new TokenCredentials(given.username(), token, clock, random))
                .orElseGet(() -> fixed(given));
    }

    private static Credentials.Source fixed(CredentialSettings given) {
        Optional<byte[]> password =
                given.password().map(secret -> secret.reveal().getBytes(StandardCharsets.UTF_8));
        return () -> Optional.of(new Credentials(given.username(), password, Optional.empty()));
    }
}
