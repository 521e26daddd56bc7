package dev.fleethealth.streams.topology;

import dev.fleethealth.schemas.ConnectionEventKey;
import dev.fleethealth.streams.fleet.Baseline;
import dev.fleethealth.streams.fleet.SeriesKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** What is usual for the fleets, in a state store. */
record StoredBaselines(KeyValueStore<String, Baseline> store) {

    /** Tells whether a baseline is still of use. */
    interface Use {
        boolean isUsed(String fleet, SeriesKey key, Baseline baseline);
    }

    Baseline of(String fleet, SeriesKey key) {
        Baseline known = store.get(keyOf(fleet, key));
        return known == null ? Baseline.UNKNOWN : known;
    }

    void put(String fleet, SeriesKey key, Baseline baseline) {
        store.put(keyOf(fleet, key), baseline);
    }

    void forget(String fleet, SeriesKey key) {
        store.delete(keyOf(fleet, key));
    }

    /** Deletes those that no configured detector can use: one that asks again later must not find a gap in what it knows. */
    void forgetUnused(Use use) {
        List<KeyValue<String, Baseline>> all = new ArrayList<>();
        try (KeyValueIterator<String, Baseline> each = store.all()) {
            each.forEachRemaining(all::add);
        }
        all.stream()
                .filter(entry -> !use.isUsed(FleetPart.fleetOf(entry.key), seriesOf(entry.key), entry.value))
                .forEach(entry -> store.delete(entry.key));
    }

    private static String keyOf(String fleet, SeriesKey key) {
        return FleetPart.key(fleet, key);
    }

    private static SeriesKey seriesOf(String key) {
        return new SeriesKey(key.substring(key.indexOf(ConnectionEventKey.SEPARATOR) + 1), "");
    }
}
