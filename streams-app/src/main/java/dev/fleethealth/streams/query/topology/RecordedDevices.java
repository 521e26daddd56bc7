package dev.fleethealth.streams.query.topology;

import dev.fleethealth.streams.device.DeviceKey;
import dev.fleethealth.streams.query.state.KnownDevice;
import dev.fleethealth.streams.query.state.KnownDeviceForm;
import dev.fleethealth.streams.query.state.StoreKeys;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Devices in their store. */
record RecordedDevices(KeyValueStore<Bytes, byte[]> store) {

    @Nullable
    KnownDevice find(DeviceKey key) {
        byte[] known = store.get(StoreKeys.device(key));
        return known == null ? null : KnownDeviceForm.read(known);
    }

    void put(KnownDevice device) {
        store.put(StoreKeys.device(device.key()), KnownDeviceForm.write(device));
    }

    void remove(DeviceKey key) {
        store.delete(StoreKeys.device(key));
    }

    void each(Consumer<KnownDevice> taker) {
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(entry -> taker.accept(KnownDeviceForm.read(entry.value)));
        }
    }
}
