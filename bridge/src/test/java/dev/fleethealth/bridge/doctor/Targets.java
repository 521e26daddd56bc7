package dev.fleethealth.bridge.doctor;

import java.time.Duration;
import java.util.Optional;

/** Targets of tests. */
public final class Targets {
    private Targets() {}

    public static Target plain(String host, int port) {
        return of(host, port, false, "device-1", Optional.empty());
    }

    public static Target of(String host, String clientId, String dialect) {
        return of(host, 8883, true, clientId, Optional.of(dialect).filter(id -> !id.isEmpty()));
    }

    private static Target of(String host, int port, boolean encrypted, String clientId, Optional<String> dialect) {
        return new Target(
                host,
                port,
                encrypted,
                clientId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                dialect,
                Duration.ofSeconds(5));
    }
}
