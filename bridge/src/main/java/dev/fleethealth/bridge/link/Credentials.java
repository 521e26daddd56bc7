package dev.fleethealth.bridge.link;

import java.time.Instant;
import java.util.Optional;

/**
 * User name and password for one connection.
 *
 * @param username the user
 * @param password in bytes
 * @param renewAt when to connect anew, because the password runs out
 */
public record Credentials(String username, Optional<byte[]> password, Optional<Instant> renewAt) {

    /** Makes the credentials of each connection anew, because tokens run out. */
    @FunctionalInterface
    public interface Source {
        Optional<Credentials> mint();
    }

    @Override
    public String toString() {
        return "Credentials[****]";
    }
}
