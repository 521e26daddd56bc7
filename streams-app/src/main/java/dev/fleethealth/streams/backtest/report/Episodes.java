package dev.fleethealth.streams.backtest.report;

import dev.fleethealth.schemas.Alert;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Collects alert transitions by episode. */
public final class Episodes implements Consumer<Alert> {
    private final Map<String, List<Alert>> byId = new LinkedHashMap<>();

    @Override
    public void accept(Alert alert) {
        byId.computeIfAbsent(alert.getEpisodeId(), id -> new ArrayList<>()).add(alert);
    }

    /** In the order in which they opened. */
    public List<Episode> list() {
        return byId.values().stream().map(List::copyOf).map(Episode::new).toList();
    }
}
