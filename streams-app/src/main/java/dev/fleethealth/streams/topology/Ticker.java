package dev.fleethealth.streams.topology;

import dev.fleethealth.streams.alert.OpenAlerts;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets time go on for open alerts, step by step, so that an alert is over when it was over and not when the next event
 * happens to come. Not thread-safe.
 */
final class Ticker {
    private final Duration step;
    private final OpenAlerts open;
    private final Consumer<Instant> tick;
    private @Nullable Instant ticked;

    /** @param tick judges all open alerts at a moment */
    Ticker(Duration step, OpenAlerts open, Consumer<Instant> tick) {
        this.step = step;
        this.open = open;
        this.tick = tick;
    }

    /** Ticks up to a moment; does nothing when time has not moved by a step. */
    void advanceTo(Instant now) {
        Instant at = ticked == null ? now.minus(step) : ticked;
        if (at.plus(step).isAfter(now)) {
            return;
        }
        while (!at.plus(step).isAfter(now) && open.isAny()) {
            at = at.plus(step);
            tick.accept(at);
        }
        ticked = open.isAny() ? at : now;
    }
}
