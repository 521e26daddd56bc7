package dev.fleethealth.streams.query.topology;

import dev.fleethealth.streams.device.DeviceKey;
import dev.fleethealth.streams.query.state.FleetNow;
import dev.fleethealth.streams.query.state.StoreKeys;
import dev.fleethealth.streams.session.Session;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Devices of each fleet, online and known, in one partition; derived from the devices. Not thread-safe. */
final class FleetTotals {
    private final KeyValueStore<Bytes, byte[]> store;
    private final Map<String, Total> totals = new HashMap<>();
    private final Set<String> changed = new HashSet<>();

    private record Total(long online, long known) {
        static final Total NONE = new Total(0, 0);
    }

    FleetTotals(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** Counts a device anew; what has no client id is none. */
    void replace(DeviceKey device, Session before, Session after) {
        if (device.clientId().isEmpty()) {
            return;
        }
        Total total = totals.getOrDefault(device.fleet(), Total.NONE);
        totals.put(
                device.fleet(),
                new Total(
                        total.online() + one(after.isOnline()) - one(before.isOnline()),
                        total.known() + one(after.isKnown()) - one(before.isKnown())));
        changed.add(device.fleet());
    }

    long online(String fleet) {
        return totals.getOrDefault(fleet, Total.NONE).online();
    }

    /** Shows what has changed to those who ask. */
    void show(Instant newestEvent) {
        changed.forEach(fleet -> show(fleet, newestEvent));
        changed.clear();
    }

    private void show(String fleet, Instant newestEvent) {
        Total total = totals.getOrDefault(fleet, Total.NONE);
        if (total.known() > 0) {
            FleetNow now = new FleetNow(fleet, total.online(), total.known(), newestEvent);
            store.put(StoreKeys.fleet(fleet), now.toBytes());
        } else {
            totals.remove(fleet);
            store.delete(StoreKeys.fleet(fleet));
        }
    }

    private static int one(boolean condition) {
        return condition ? 1 : 0;
    }
}
