package dev.fleethealth.streams.topology;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A store in memory without an order of its keys. Kafka's own keeps them sorted, which costs three times as much with a
 * million of them. It holds nothing back: what is put is logged by the store around it at once, and read back from there
 * after a restart.
 */
final class HashedStore implements KeyValueStore<Bytes, byte[]> {
    private final String name;
    private final Map<Bytes, byte[]> entries = new HashMap<>();
    private final Position position = Position.emptyPosition();
    private boolean open;

    private HashedStore(String name) {
        this.name = name;
    }

    static KeyValueBytesStoreSupplier supplier(String name) {
        return new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return new HashedStore(name);
            }

            @Override
            public String metricsScope() {
                return "in-memory-state";
            }
        };
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        StateRestoreCallback restore = (key, value) -> put(Bytes.wrap(key), value);
        context.register(root, restore);
        open = true;
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return entries.get(key);
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        if (value == null) {
            entries.remove(key);
        } else {
            entries.put(key, value);
        }
    }

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte @Nullable [] value) {
        byte[] known = entries.get(key);
        if (known == null) {
            put(key, value);
        }
        return known;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> all) {
        all.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        return entries.remove(key);
    }

    /** There is no order in which keys could lie between two others. */
    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        throw new UnsupportedOperationException("range of " + name);
    }

    /** As they were when it was called. */
    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return new Entries(List.copyOf(entries.entrySet()).iterator());
    }

    @Override
    public long approximateNumEntries() {
        return entries.size();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** Kafka Streams asks for it with each change; what it is for, queries from outside, is not used here. */
    @Override
    public Position getPosition() {
        return position;
    }

    @Override
    public void close() {
        entries.clear();
        open = false;
    }

    private record Entries(Iterator<Map.Entry<Bytes, byte[]>> entries) implements KeyValueIterator<Bytes, byte[]> {

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
            Map.Entry<Bytes, byte[]> entry = entries.next();
            return KeyValue.pair(entry.getKey(), entry.getValue());
        }

        @Override
        public Bytes peekNextKey() {
            throw new UnsupportedOperationException("peek");
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
