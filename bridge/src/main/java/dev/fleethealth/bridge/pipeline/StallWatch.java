package dev.fleethealth.bridge.pipeline;

import dev.fleethealth.service.config.DurationText;
import dev.fleethealth.service.management.HealthCheck;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Notices a dialect that does not come back: its source is deaf then, though it looks connected, and only a restart
 * helps. Waiting for Kafka is not a stall.
 */
public final class StallWatch implements HealthCheck {
    static final Duration LONGEST = Duration.ofSeconds(60);

    private final InstantSource clock;
    private final Map<Thread, Instant> busySince = new ConcurrentHashMap<>();

    public StallWatch(InstantSource clock) {
        this.clock = clock;
    }

    <T> T watch(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        busySince.put(thread, clock.instant());
        try {
            return work.get();
        } finally {
            busySince.remove(thread);
        }
    }

    @Override
    public String name() {
        return "dialects";
    }

    @Override
    public Optional<String> problem() {
        Instant limit = clock.instant().minus(LONGEST);
        return busySince.values().stream().anyMatch(limit::isAfter)
                ? Optional.of("a message has been read for more than " + DurationText.format(LONGEST))
                : Optional.empty();
    }
}
