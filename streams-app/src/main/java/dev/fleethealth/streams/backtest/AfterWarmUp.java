package dev.fleethealth.streams.backtest;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Lets alerts pass that are open when the warm-up ends, or open later. What is over by then was only needed to learn how
 * many devices there are and what is usual.
 */
public final class AfterWarmUp implements Consumer<Alert> {
    private final Instant end;
    private final Consumer<Alert> sink;
    private final Map<String, List<Alert>> open = new LinkedHashMap<>();

    /** @param end transitions from this event time on pass at once */
    public AfterWarmUp(Instant end, Consumer<Alert> sink) {
        this.end = end;
        this.sink = sink;
    }

    @Override
    public void accept(Alert alert) {
        if (!alert.getUpdatedAt().isBefore(end)) {
            release();
            sink.accept(alert);
        } else if (alert.getState() == AlertState.RESOLVED) {
            open.remove(alert.getEpisodeId());
        } else {
            open.computeIfAbsent(alert.getEpisodeId(), id -> new ArrayList<>()).add(alert);
        }
    }

    private void release() {
        open.values().forEach(transitions -> transitions.forEach(sink));
        open.clear();
    }
}
