package dev.fleethealth.benchmarks.day.broker;

import java.time.Instant;
import java.util.Optional;

/**
 * One network connection of a device.
 *
 * @param clientId as the broker sees it
 * @param node the broker's node
 * @param id unique over all connections of the day
 * @param port the device's port
 * @param version the device's count of connections, from 0 again after an hour away
 * @param since when it was opened
 * @param tokenExpiresAt end of its token, where the broker knows it
 */
public record Connection(
        String clientId,
        String node,
        String id,
        String address,
        int port,
        long version,
        Instant since,
        Optional<Instant> tokenExpiresAt) {

    /** {@code ip:port}. */
    String peer() {
        return address + ":" + port;
    }
}
