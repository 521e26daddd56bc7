package dev.fleethealth.streams.topology;

import dev.fleethealth.streams.fleet.FleetBook;
import dev.fleethealth.streams.fleet.FleetCounts;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What the partitions count of the fleets, in a state store: of each partition's part the counts as they once stood, and
 * the changes since then. The counts of a large fleet in trouble take tens of kilobytes and change several times a
 * second; to write all of them each time would cost more than all else. Not thread-safe.
 */
final class StoredCounts {
    /** A tenth of a kilobyte each at rest, a few kilobytes in a storm. */
    static final int MOST_CHANGES = 50;

    private final KeyValueStore<String, FleetCounts> store;
    private final Map<String, Integer> changes = new HashMap<>();

    StoredCounts(KeyValueStore<String, FleetCounts> store) {
        this.store = store;
    }

    /** Hands out all of it, in an order in which newer counts come after older ones. */
    void restore(BiConsumer<String, FleetCounts> taker) {
        try (KeyValueIterator<String, FleetCounts> each = store.all()) {
            each.forEachRemaining(entry -> {
                String fleet = FleetPart.fleetOf(entry.key);
                String part = FleetPart.key(fleet, entry.value.partition());
                changes.merge(part, entry.key.equals(part) ? 0 : 1, Integer::sum);
                taker.accept(fleet, entry.value);
            });
        }
    }

    /**
     * Keeps the newest counts of a part.
     *
     * @param newer what has come in
     * @param book of the fleet, brought up to date with it
     */
    void put(String fleet, FleetCounts newer, FleetBook book) {
        String part = FleetPart.key(fleet, newer.partition());
        Integer kept = changes.get(part);
        if (kept == null || kept == MOST_CHANGES || newer.complete()) {
            putWhole(part, book.part(newer.partition()), kept == null ? 0 : kept);
        } else {
            store.put(FleetPart.changeKey(part, kept), newer);
            changes.put(part, kept + 1);
        }
    }

    /** Forgets a part. */
    void remove(String fleet, int partition) {
        String part = FleetPart.key(fleet, partition);
        Integer kept = changes.remove(part);
        store.put(part, null);
        deleteChanges(part, kept == null ? 0 : kept);
    }

    /** By a put of nothing: {@code delete} would read and decode what it deletes. */
    private void deleteChanges(String part, int kept) {
        for (int change = 0; change < kept; change++) {
            store.put(FleetPart.changeKey(part, change), null);
        }
    }

    private void putWhole(String part, FleetCounts whole, int kept) {
        store.put(part, whole);
        deleteChanges(part, kept);
        changes.put(part, 0);
    }
}
