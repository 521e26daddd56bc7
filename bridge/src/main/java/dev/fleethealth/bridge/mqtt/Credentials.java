package dev.fleethealth.bridge.mqtt;

import dev.fleethealth.bridge.config.CredentialSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * User name and password for one connection.
 *
 * @param username MQTT user name
 * @param password in bytes, as MQTT has it
 * @param renewAt when to connect anew, because the password runs out
 */
record Credentials(String username, Optional<byte[]> password, Optional<Instant> renewAt) {

    /** Makes the credentials of each connection anew, because tokens run out. */
    @FunctionalInterface
    interface Source {
        Optional<Credentials> mint();
    }

    /** What the settings ask for: nothing, the same password each time, or a token of its own for each connection. */
    static Source of(Optional<CredentialSettings> settings, InstantSource clock, RandomGenerator random) {
        return settings.map(given -> source(given, clock, random)).orElse(Optional::empty);
    }

    private static Source source(CredentialSettings given, InstantSource clock, RandomGenerator random) {
        return given.token()
                .<Source>map(token -> new TokenCredentials(given.username(), token, clock, random))
                .orElseGet(() -> fixed(given));
    }

    private static Source fixed(CredentialSettings given) {
        Optional<byte[]> password =
                given.password().map(secret -> secret.reveal().getBytes(StandardCharsets.UTF_8));
        return () -> Optional.of(new Credentials(given.username(), password, Optional.empty()));
    }

    @Override
    public String toString() {
        return "Credentials[****]";
    }
}
