package dev.fleethealth.streams.query.topology;

import dev.fleethealth.streams.query.state.Minute;
import dev.fleethealth.streams.query.state.MinuteForm;
import dev.fleethealth.streams.query.state.StoreKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Forgets the minutes of fleets that are too old, but for the newest of them that says how many devices were online: in a fleet
 * in which nothing happens since, that many still are.
 */
final class MinuteExpiry {
    /** After so long that one goes, too, for the fleet is gone. */
    private static final Duration LAST_KEPT_FOR = Duration.ofDays(30);

    private final KeyValueStore<Bytes, byte[]> store;
    private final Sweep sweep;
    private @Nullable Bytes previous;

    MinuteExpiry(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        this.sweep = new Sweep(store);
    }

    /** Looks at the next portion. */
    void step(Instant horizon) {
        sweep.step(entry -> look(entry, horizon));
    }

    private void look(KeyValue<Bytes, byte[]> entry, Instant horizon) {
        Bytes before = previous;
        previous = entry.key;
        if (isBefore(entry.key, horizon.minus(LAST_KEPT_FOR))) {
            store.delete(entry.key);
        } else if (before != null
                && isBefore(entry.key, horizon)
                && isSameFleet(before, entry.key)
                && MinuteForm.read(entry.value).online() != null) {
            store.delete(before);
        }
    }

    private static boolean isBefore(Bytes key, Instant time) {
        return StoreKeys.minuteOf(key) < Minute.numberOf(time);
    }

    private static boolean isSameFleet(Bytes a, Bytes b) {
        return Arrays.equals(fleetOf(a), fleetOf(b)) && a.compareTo(b) < 0;
    }

    private static byte[] fleetOf(Bytes key) {
        return Arrays.copyOf(key.get(), key.get().length - Long.BYTES);
    }
}
