package dev.fleethealth.demo.broker;

import com.hivemq.extension.sdk.api.packets.disconnect.DisconnectReasonCode;
import com.hivemq.extension.sdk.api.services.Services;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Ends a client's connection at the moment its token expires. */
final class ExpiryGuard {
    private final InstantSource clock;
    private final Map<String, Future<?>> timers = new ConcurrentHashMap<>();

    ExpiryGuard(InstantSource clock) {
        this.clock = clock;
    }

    /** From now on the client's newest token counts: it may stay until then. */
    void watch(String clientId, Instant expiresAt) {
        Future<?> timer = Services.extensionExecutorService()
                .schedule(
                        () -> end(clientId),
                        Duration.between(clock.instant(), expiresAt).toMillis(),
                        TimeUnit.MILLISECONDS);
        Future<?> former = timers.put(clientId, timer);
        if (former != null) {
            former.cancel(false);
        }
    }

    /** The broker stops: it would wait for every timer. */
    void stop() {
        timers.values().forEach(timer -> timer.cancel(false));
    }

    private void end(String clientId) {
        timers.remove(clientId);
        Services.clientService()
                .disconnectClient(clientId, false, DisconnectReasonCode.NOT_AUTHORIZED, "The token has expired.");
    }
}
