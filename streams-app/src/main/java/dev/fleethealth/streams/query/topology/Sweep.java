package dev.fleethealth.streams.query.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Looks at all entries of a store again and again, a portion at a time: others must not wait for them. */
final class Sweep {
    /** In each step: a million entries in a quarter of an hour, at a few milliseconds a second. */
    static final int PORTION = 1_000;

    private final KeyValueStore<Bytes, byte[]> store;
    private @Nullable Bytes next;

    Sweep(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** @param look may change the store */
    void step(Consumer<KeyValue<Bytes, byte[]>> look) {
        List<KeyValue<Bytes, byte[]>> entries = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> each = store.range(next, null)) {
            while (each.hasNext() && entries.size() < PORTION) {
                entries.add(each.next());
            }
            next = each.hasNext() ? each.peekNextKey() : null;
        }
        entries.forEach(look);
    }
}
