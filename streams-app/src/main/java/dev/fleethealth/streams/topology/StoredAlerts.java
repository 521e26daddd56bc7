package dev.fleethealth.streams.topology;

import dev.fleethealth.streams.alert.OpenAlert;
import dev.fleethealth.streams.alert.OpenAlerts;
import dev.fleethealth.streams.alert.Subject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Open alerts in a state store, and beside it in memory: they are few, and looked at with every event that counts. Not
 * thread-safe: it belongs to one stream task, which reads the store anew when it starts.
 */
final class StoredAlerts implements OpenAlerts {
    private final KeyValueStore<String, OpenAlert> store;
    /** In the order of their keys, so that alerts of the same moment always go out in the same order. */
    private final Map<String, OpenAlert> open = new TreeMap<>();

    private final Map<Subject, OpenAlert> bySubject = new HashMap<>();

    StoredAlerts(KeyValueStore<String, OpenAlert> store) {
        this.store = store;
        try (KeyValueIterator<String, OpenAlert> each = store.all()) {
            each.forEachRemaining(entry -> remember(entry.key, entry.value));
        }
    }

    @Override
    public Optional<OpenAlert> find(Subject subject) {
        return Optional.ofNullable(bySubject.get(subject));
    }

    @Override
    public void put(OpenAlert alert) {
        String key = alert.subject().key();
        store.put(key, alert);
        remember(key, alert);
    }

    private void remember(String key, OpenAlert alert) {
        open.put(key, alert);
        bySubject.put(alert.subject(), alert);
    }

    @Override
    public void remove(Subject subject) {
        String key = subject.key();
        store.delete(key);
        open.remove(key);
        bySubject.remove(subject);
    }

    @Override
    public boolean isAny() {
        return !open.isEmpty();
    }

    @Override
    public Set<Subject> subjects() {
        return Collections.unmodifiableSet(bySubject.keySet());
    }

    @Override
    public List<OpenAlert> all() {
        return List.copyOf(open.values());
    }
}
