package dev.fleethealth.streams.query.topology;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.device.DeviceKey;
import dev.fleethealth.streams.query.state.RecordBytes;
import dev.fleethealth.streams.query.state.StoreKeys;
import dev.fleethealth.streams.query.state.Trail;
import dev.fleethealth.streams.query.timeline.Replay;
import dev.fleethealth.streams.query.timeline.Timelines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The events of devices, so many of each and for so long. */
final class StoredTimeline {
    /** So many events of a device can be asked for. */
    static final int MOST_EVENTS = Timelines.MOST_EVENTS;

    /** So many more are kept before the oldest are dropped, so that an event seldom costs more than a write. */
    static final int SLACK = 20;

    private final KeyValueStore<Bytes, byte[]> store;
    private final Replay replay;

    StoredTimeline(KeyValueStore<Bytes, byte[]> store, Replay replay) {
        this.store = store;
        this.replay = replay;
    }

    /**
     * Adds an event, unless it is there or was dropped before.
     *
     * @param repeated whether its id was seen lately, perhaps with another time
     * @return whether it was added
     */
    boolean add(DeviceKey device, Trail trail, ConnectionEvent event, long idHash, boolean repeated) {
        Instant at = event.getOccurredAt();
        boolean dropped = trail.droppedUntil() != null && !at.isAfter(trail.droppedUntil());
        Bytes key = StoreKeys.event(device, at, idHash);
        if (dropped || store.get(key) != null || (repeated && holds(device, idHash))) {
            return false;
        }
        store.put(key, RecordBytes.of(event));
        return true;
    }

    /** Drops the oldest events of a device if they are too many, or lie before the horizon. */
    Trail cut(DeviceKey device, Trail trail, Instant horizon) {
        boolean isDue = trail.count() > MOST_EVENTS + SLACK
                || (trail.oldest() != null && trail.oldest().isBefore(horizon));
        return isDue ? cutNow(device, trail, horizon) : trail;
    }

    void remove(DeviceKey device) {
        entries(device).forEach(entry -> store.delete(entry.key));
    }

    private Trail cutNow(DeviceKey device, Trail trail, Instant horizon) {
        List<KeyValue<Bytes, byte[]>> all = entries(device);
        int first = Math.max(0, all.size() - MOST_EVENTS);
        while (first < all.size() && timeOf(all, first).isBefore(horizon)) {
            first++;
        }
        List<ConnectionEvent> dropped = new ArrayList<>(first);
        for (KeyValue<Bytes, byte[]> entry : all.subList(0, first)) {
            dropped.add(RecordBytes.event(entry.value));
            store.delete(entry.key);
        }
        return new Trail(
                all.size() - first,
                first < all.size() ? timeOf(all, first) : null,
                first > 0 ? timeOf(all, first - 1) : trail.droppedUntil(),
                replay.after(trail.before(), dropped));
    }

    private static Instant timeOf(List<KeyValue<Bytes, byte[]>> entries, int index) {
        return StoreKeys.timeOfEvent(entries.get(index).key);
    }

    private boolean holds(DeviceKey device, long idHash) {
        return entries(device).stream().anyMatch(entry -> StoreKeys.eventIdHashOf(entry.key) == idHash);
    }

    private List<KeyValue<Bytes, byte[]>> entries(DeviceKey device) {
        List<KeyValue<Bytes, byte[]>> entries = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> each = store.prefixScan(StoreKeys.device(device), new BytesSerializer())) {
            each.forEachRemaining(entries::add);
        }
        return entries;
    }
}
