package dev.fleethealth.streams.scenario;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an episode came to.
 *
 * @param resolutions how often it was resolved
 */
public record Outcome(String dedupKey, Instant openedAt, Severity severity, String cause, long resolutions) {

    /** By dedup key, then by time. */
    public static List<Outcome> of(List<Alert> alerts) {
        Map<String, List<Alert>> byId = new LinkedHashMap<>();
        alerts.forEach(alert -> byId.computeIfAbsent(alert.getEpisodeId(), any -> new ArrayList<>())
                .add(alert));
        return byId.values().stream()
                .map(Outcome::ofOne)
                .sorted(Comparator.comparing(Outcome::dedupKey).thenComparing(Outcome::openedAt))
                .toList();
    }

    private static Outcome ofOne(List<Alert> episode) {
        Alert last = episode.get(episode.size() - 1);
        long resolutions = episode.stream()
                .filter(alert -> alert.getState() == AlertState.RESOLVED)
                .count();
        return new Outcome(
                last.getDedupKey(), last.getOpenedAt(), last.getSeverity(), last.getProbableCause(), resolutions);
    }
}
