package dev.fleethealth.streams.query.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Entries of the stores of several partitions, in one order. */
final class SortedEntries implements Iterator<KeyValue<Bytes, byte[]>>, AutoCloseable {
    private final List<KeyValueIterator<Bytes, byte[]>> open = new ArrayList<>();
    private final PriorityQueue<KeyValueIterator<Bytes, byte[]>> next;

    /** @param read gives entries in the order */
    SortedEntries(
            List<ReadOnlyKeyValueStore<Bytes, byte[]>> stores,
            Comparator<Bytes> order,
            Function<ReadOnlyKeyValueStore<Bytes, byte[]>, KeyValueIterator<Bytes, byte[]>> read) {
        next = new PriorityQueue<>(Comparator.comparing(KeyValueIterator::peekNextKey, order));
        for (ReadOnlyKeyValueStore<Bytes, byte[]> store : stores) {
            KeyValueIterator<Bytes, byte[]> entries = read.apply(store);
            open.add(entries);
            putBack(entries);
        }
    }

    @Override
    public boolean hasNext() {
        return !next.isEmpty();
    }

    @Override
    public KeyValue<Bytes, byte[]> next() {
        KeyValueIterator<Bytes, byte[]> first = next.poll();
        if (first == null) {
            throw new NoSuchElementException();
        }
        KeyValue<Bytes, byte[]> entry = first.next();
        putBack(first);
        return entry;
    }

    @Override
    public void close() {
        open.forEach(KeyValueIterator::close);
    }

    private void putBack(KeyValueIterator<Bytes, byte[]> entries) {
        if (entries.hasNext()) {
            next.add(entries);
        }
    }
}
