package dev.fleethealth.streams.topology;

import dev.fleethealth.streams.alert.OpenAlert;
import dev.fleethealth.streams.alert.OpenAlerts;
import dev.fleethealth.streams.alert.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Open alerts in a state store; a store holds no more than what is open. */
record StoredAlerts(KeyValueStore<String, OpenAlert> store) implements OpenAlerts {

    @Override
    public Optional<OpenAlert> find(Subject subject) {
        return Optional.ofNullable(store.get(subject.key()));
    }

    @Override
    public void put(OpenAlert alert) {
        store.put(alert.subject().key(), alert);
    }

    @Override
    public void remove(Subject subject) {
        store.delete(subject.key());
    }

    @Override
    public boolean isAny() {
        try (KeyValueIterator<String, OpenAlert> each = store.all()) {
            return each.hasNext();
        }
    }

    @Override
    public List<OpenAlert> all() {
        List<OpenAlert> all = new ArrayList<>();
        try (KeyValueIterator<String, OpenAlert> each = store.all()) {
            each.forEachRemaining(entry -> all.add(entry.value));
        }
        return all;
    }
}
