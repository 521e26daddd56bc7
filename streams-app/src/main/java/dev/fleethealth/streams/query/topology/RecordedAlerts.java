package dev.fleethealth.streams.query.topology;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.streams.query.state.RecordBytes;
import dev.fleethealth.streams.query.state.StoreKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Episodes by their newest transition, and beside them those that are open. Not thread-safe. */
final class RecordedAlerts {
    static final Duration KEPT_FOR = Duration.ofDays(30);

    /** Of one partition; when there are more, those that opened first are forgotten. */
    static final int MOST = 10_000;

    private final KeyValueStore<Bytes, byte[]> all;
    private final KeyValueStore<Bytes, byte[]> open;
    private int count;

    RecordedAlerts(KeyValueStore<Bytes, byte[]> all, KeyValueStore<Bytes, byte[]> open) {
        this.all = all;
        this.open = open;
        try (KeyValueIterator<Bytes, byte[]> each = all.all()) {
            each.forEachRemaining(entry -> {
                count++;
                show(entry.key, RecordBytes.alert(entry.value), entry.value);
            });
        }
    }

    /** A transition; one that is older than what is known, because it is read again, changes nothing. */
    void record(Alert alert) {
        Bytes key = StoreKeys.episode(alert.getOpenedAt(), alert.getEpisodeId());
        byte[] known = all.get(key);
        if (known != null && isNewer(RecordBytes.alert(known), alert)) {
            return;
        }
        byte[] bytes = RecordBytes.of(alert);
        all.put(key, bytes);
        show(key, alert, bytes);
        count += known == null ? 1 : 0;
        if (count > MOST) {
            forget(oldest(count - MOST));
        }
    }

    private static boolean isNewer(Alert known, Alert alert) {
        return known.getUpdatedAt().isAfter(alert.getUpdatedAt())
                || (known.getState() == AlertState.RESOLVED && alert.getState() != AlertState.RESOLVED);
    }

    /** Forgets episodes of which nothing was heard for long; an alert whose end was lost is not kept for ever. */
    void forgetBefore(Instant now) {
        Instant horizon = now.minus(KEPT_FOR);
        List<Bytes> old = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> each = all.all()) {
            while (each.hasNext()) {
                Alert alert = addIfOld(each.next(), horizon, old);
                if (!alert.getOpenedAt().isBefore(horizon)) {
                    break;
                }
            }
        }
        forget(old);
    }

    private static Alert addIfOld(KeyValue<Bytes, byte[]> entry, Instant horizon, List<Bytes> old) {
        Alert alert = RecordBytes.alert(entry.value);
        if (alert.getUpdatedAt().isBefore(horizon)) {
            old.add(entry.key);
        }
        return alert;
    }

    private List<Bytes> oldest(int number) {
        List<Bytes> keys = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> each = all.all()) {
            while (each.hasNext() && keys.size() < number) {
                keys.add(each.next().key);
            }
        }
        return keys;
    }

    private void forget(List<Bytes> keys) {
        keys.forEach(key -> {
            all.delete(key);
            open.delete(key);
        });
        count -= keys.size();
    }

    private void show(Bytes key, Alert alert, byte[] bytes) {
        if (alert.getState() == AlertState.RESOLVED) {
            open.delete(key);
        } else {
            open.put(key, bytes);
        }
    }
}
