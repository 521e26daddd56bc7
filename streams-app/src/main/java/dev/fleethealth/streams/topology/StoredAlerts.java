package dev.fleethealth.streams.topology;

import dev.fleethealth.streams.alert.OpenAlert;
import dev.fleethealth.streams.alert.OpenAlerts;
import dev.fleethealth.streams.alert.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Open alerts in a state store, and beside it in memory: they are few, and looked at with every event that counts. Not
 * thread-safe: it belongs to one stream task, which reads the store anew when it starts.
 */
final class StoredAlerts implements OpenAlerts {
    private final KeyValueStore<String, OpenAlert> store;
    private final Map<String, OpenAlert> open = new TreeMap<>();

    StoredAlerts(KeyValueStore<String, OpenAlert> store) {
        this.store = store;
        try (KeyValueIterator<String, OpenAlert> each = store.all()) {
            each.forEachRemaining(entry -> open.put(entry.key, entry.value));
        }
    }

    @Override
    public Optional<OpenAlert> find(Subject subject) {
        return Optional.ofNullable(open.get(subject.key()));
    }

    @Override
    public void put(OpenAlert alert) {
        String key = alert.subject().key();
        store.put(key, alert);
        open.put(key, alert);
    }

    @Override
    public void remove(Subject subject) {
        store.delete(subject.key());
        open.remove(subject.key());
    }

    @Override
    public boolean isAny() {
        return !open.isEmpty();
    }

    @Override
    public List<OpenAlert> all() {
        return List.copyOf(open.values());
    }
}
