package dev.fleethealth.streams.topology;

import dev.fleethealth.streams.alert.PassedAlert;
import dev.fleethealth.streams.alert.PassedAlerts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Alerts that went out, in a state store; it holds no more than what is open. */
record StoredPassedAlerts(KeyValueStore<String, PassedAlert> store) implements PassedAlerts {

    @Override
    public Optional<PassedAlert> find(String dedupKey) {
        return Optional.ofNullable(store.get(dedupKey));
    }

    @Override
    public void put(PassedAlert alert) {
        store.put(alert.latest().getDedupKey(), alert);
    }

    @Override
    public void remove(String dedupKey) {
        store.delete(dedupKey);
    }

    @Override
    public List<PassedAlert> all() {
        List<PassedAlert> all = new ArrayList<>();
        try (KeyValueIterator<String, PassedAlert> each = store.all()) {
            each.forEachRemaining(entry -> all.add(entry.value));
        }
        return all;
    }
}
