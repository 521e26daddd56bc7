package dev.fleethealth.streams.delivery;

import dev.fleethealth.schemas.Alert;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All silences, by id: those of the configuration, and those that came since. Safe for use by many threads. */
public final class Silences {
    private final Map<String, Silence> byId = new ConcurrentHashMap<>();

    public Silences(List<Silence> configured) {
        configured.forEach(this::put);
    }

    /** Adds a silence, or replaces the one of the same id. */
    public void put(Silence silence) {
        byId.put(silence.id(), silence);
    }

    public void remove(String id) {
        byId.remove(id);
    }

    public Optional<Silence> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Those that are not over, first to begin first. */
    public List<Silence> list(Instant now) {
        return byId.values().stream()
                .filter(silence -> now.isBefore(silence.until()))
                .sorted(Comparator.comparing(Silence::from).thenComparing(Silence::id))
                .toList();
    }

    /** Ids of those that were over at that time. */
    public List<String> overAt(Instant then) {
        return byId.values().stream()
                .filter(silence -> !then.isBefore(silence.until()))
                .map(Silence::id)
                .toList();
    }

    boolean silence(Alert alert, Instant now) {
        return byId.values().stream().anyMatch(silence -> silence.silences(alert, now));
    }
}
