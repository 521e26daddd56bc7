package dev.fleethealth.streams.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks, step by step, at what maintenance has left behind, for it may be over without any event. Each look is a step late:
 * what partitions count up to a moment is told within a second. Not thread-safe.
 */
final class AfterMaintenance {
    private final Duration step;
    private final BiConsumer<Instant, Instant> look;
    private @Nullable Instant lookedUntil;

    /** @param look at maintenance that ended after the first time and not after the second */
    AfterMaintenance(Duration step, BiConsumer<Instant, Instant> look) {
        this.step = step;
        this.look = look;
    }

    void advanceTo(Instant now) {
        Instant until = now.minus(step);
        Instant after = lookedUntil;
        if (after == null) {
            lookedUntil = until;
        } else if (!until.isBefore(after.plus(step))) {
            look.accept(after, until);
            lookedUntil = until;
        }
    }
}
