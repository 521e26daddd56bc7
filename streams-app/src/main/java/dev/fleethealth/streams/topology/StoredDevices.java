package dev.fleethealth.streams.topology;

import dev.fleethealth.streams.device.Device;
import dev.fleethealth.streams.device.DeviceHistory;
import dev.fleethealth.streams.device.DeviceState;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Devices in their state store, and those that were active last as they are in memory, too: a device in trouble has many
 * events in a row. Each change goes to the store at once, so nothing is lost with the memory. Not thread-safe: it belongs
 * to one stream task, and is made anew when the task starts.
 */
final class StoredDevices {
    /** A kilobyte each. A device whose place is taken by another is read from the store the next time. */
    private static final int PLACES = 1 << 13;

    private final KeyValueStore<String, DeviceState> store;
    private final @Nullable Place[] places = new Place[PLACES];

    private record Place(String key, Device device) {}

    StoredDevices(KeyValueStore<String, DeviceState> store) {
        this.store = store;
    }

    /**
     * The device; {@link Device#NEVER_SEEN} when there is none of that key.
     *
     * @param history of its fleet
     */
    Device find(String key, DeviceHistory history) {
        Place place = places[placeOf(key)];
        if (place != null && place.key().equals(key)) {
            return place.device();
        }
        DeviceState state = store.get(key);
        return state == null ? Device.NEVER_SEEN : history.deviceOf(state);
    }

    void put(String key, Device device) {
        store.put(key, device.state());
        places[placeOf(key)] = new Place(key, device);
    }

    void remove(String key) {
        store.put(key, null);
        places[placeOf(key)] = null;
    }

    void each(BiConsumer<String, DeviceState> taker) {
        try (KeyValueIterator<String, DeviceState> each = store.all()) {
            each.forEachRemaining(entry -> taker.accept(entry.key, entry.value));
        }
    }

    private static int placeOf(String key) {
        int hash = key.hashCode();
        return (hash ^ hash >>> 16) & PLACES - 1;
    }
}
