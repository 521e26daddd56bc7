package dev.fleethealth.demo.watch;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All episodes seen so far. */
public final class AlertLog {
    private final Map<String, Episode> episodes = new LinkedHashMap<>();

    /** Notes an alert that was read at this time. */
    public synchronized void add(Alert alert, Instant readAt) {
        Episode episode = episodes.computeIfAbsent(
                alert.getEpisodeId(), id -> new Episode(id, alert.getDedupKey(), readAt, Optional.empty()));
        if (alert.getState() == AlertState.RESOLVED) {
            episodes.put(alert.getEpisodeId(), episode.resolved(readAt));
        }
    }

    /** In the order in which they opened. */
    public synchronized List<Episode> episodes() {
        return List.copyOf(episodes.values());
    }
}
