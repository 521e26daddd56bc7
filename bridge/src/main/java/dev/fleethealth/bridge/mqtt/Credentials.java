package dev.fleethealth.bridge.mqtt;

import dev.fleethealth.bridge.config.CredentialSettings;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * User name and password for one connection.
 *
 * @param username MQTT user name
 * @param password in bytes, as MQTT has it
 */
record Credentials(String username, Optional<byte[]> password) {

    /** Makes the credentials of each connection anew, because tokens run out. */
    @FunctionalInterface
    interface Source {
        Optional<Credentials> mint();
    }

    /** The same credentials each time. */
    static Source fixed(Optional<CredentialSettings> settings) {
        return () -> settings.map(given -> new Credentials(
                given.username(), given.password().map(secret -> secret.reveal().getBytes(StandardCharsets.UTF_8))));
    }

    @Override
    public String toString() {
        return "Credentials[****]";
    }
}
