package dev.fleethealth.streams.topology;

import dev.fleethealth.streams.alert.PassedAlert;
import dev.fleethealth.streams.alert.PassedAlerts;
import dev.fleethealth.streams.alert.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Alerts that went out, in a state store; it holds no more than what is open. */
record StoredPassedAlerts(KeyValueStore<String, PassedAlert> store) implements PassedAlerts {

    @Override
    public Optional<PassedAlert> find(Subject subject) {
        return Optional.ofNullable(store.get(subject.key()));
    }

    @Override
    public void put(PassedAlert alert) {
        store.put(Subject.of(alert.latest()).key(), alert);
    }

    @Override
    public void remove(Subject subject) {
        store.delete(subject.key());
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
