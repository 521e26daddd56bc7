package dev.fleethealth.demo.watch;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All episodes seen so far. */
public final class AlertLog {
    private static final String CAUSED_BY = "causedBy";

    private final Map<String, Episode> episodes = new LinkedHashMap<>();
    private final Set<String> explained = new HashSet<>();

    /** Notes an alert that was read at this time. */
    public synchronized void add(Alert alert, Instant readAt) {
        Episode episode = episodes.computeIfAbsent(
                alert.getEpisodeId(), id -> new Episode(id, alert.getDedupKey(), readAt, Optional.empty()));
        if (alert.getEvidence().containsKey(CAUSED_BY)) {
            explained.add(alert.getEpisodeId());
        }
        if (alert.getState() == AlertState.RESOLVED) {
            episodes.put(alert.getEpisodeId(), episode.resolved(readAt));
        }
    }

    /** In the order in which they opened. */
    public synchronized List<Episode> episodes() {
        return List.copyOf(episodes.values());
    }

    /** Ids of the episodes that another alert explains. */
    public synchronized Set<String> explained() {
        return Set.copyOf(explained);
    }
}
