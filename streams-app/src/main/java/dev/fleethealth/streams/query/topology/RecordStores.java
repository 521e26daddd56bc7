package dev.fleethealth.streams.query.topology;

import dev.fleethealth.streams.query.state.StoreNames;
import dev.fleethealth.streams.topology.StateStoreKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The stores: bytes to bytes, in order of their keys. */
record RecordStores(StateStoreKind kind) {

    Set<StoreBuilder<?>> ofDevices() {
        return inOrder(
                logged(StoreNames.DEVICES).withCachingDisabled(),
                logged(StoreNames.TIMELINE).withCachingDisabled(),
                // One minute of a fleet changes with each of its events.
                logged(StoreNames.ACTIVITY).withCachingEnabled(),
                derived(StoreNames.FLEETS));
    }

    Set<StoreBuilder<?>> ofAlerts() {
        return inOrder(logged(StoreNames.ALERTS).withCachingDisabled(), derived(StoreNames.OPEN_ALERTS));
    }

    private static Set<StoreBuilder<?>> inOrder(StoreBuilder<?>... stores) {
        return new LinkedHashSet<>(List.of(stores));
    }

    private StoreBuilder<KeyValueStore<Bytes, byte[]>> logged(String name) {
        return store(
                        switch (kind) {
                            case ROCKSDB -> Stores.persistentKeyValueStore(name);
                            case MEMORY -> Stores.inMemoryKeyValueStore(name);
                        })
                .withLoggingEnabled(Map.of());
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> derived(String name) {
        return store(Stores.inMemoryKeyValueStore(name)).withLoggingDisabled().withCachingDisabled();
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(KeyValueBytesStoreSupplier supplier) {
        return Stores.keyValueStoreBuilder(supplier, Serdes.Bytes(), Serdes.ByteArray());
    }
}
