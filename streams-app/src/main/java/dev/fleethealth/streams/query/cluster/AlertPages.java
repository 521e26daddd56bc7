package dev.fleethealth.streams.query.cluster;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.streams.query.AlertQuery;
import dev.fleethealth.streams.query.Page;
import dev.fleethealth.streams.query.TimeSpan;
import dev.fleethealth.streams.query.state.RecordBytes;
import dev.fleethealth.streams.query.state.StoreKeys;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Episodes, newest first, a page at a time. */
final class AlertPages {
    /** Newest first. */
    static final Comparator<Alert> ORDER =
            Comparator.comparing((Alert alert) -> key(alert)).reversed();

    Page<Alert> page(List<ReadOnlyKeyValueStore<Bytes, byte[]>> stores, AlertQuery query) {
        Bytes after = query.after().map(AlertPages::key).orElse(null);
        List<Alert> found = new ArrayList<>();
        try (SortedEntries entries =
                new SortedEntries(stores, Comparator.reverseOrder(), store -> store.reverseRange(null, after))) {
            while (entries.hasNext() && found.size() <= query.limit()) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                Alert alert = RecordBytes.alert(entry.value);
                if (!entry.key.equals(after) && isWanted(alert, query)) {
                    found.add(alert);
                }
            }
        }
        return page(found, query.limit(), false);
    }

    /**
     * The first so many of them.
     *
     * @param isMore whether there are more than these
     */
    static Page<Alert> page(List<Alert> found, int limit, boolean isMore) {
        List<Alert> first = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(
                first,
                isMore || found.size() > limit ? Optional.of(cursor(first.get(first.size() - 1))) : Optional.empty());
    }

    /** @throws IllegalArgumentException when it is none */
    static void check(String cursor) {
        key(cursor);
    }

    private static boolean isWanted(Alert alert, AlertQuery query) {
        return query.active()
                        .map(active -> active == (alert.getState() != AlertState.RESOLVED))
                        .orElse(true)
                && query.fleet().map(alert.getFleet()::equals).orElse(true)
                && query.device().map(id -> id.equals(alert.getClientId())).orElse(true)
                && query.detector().map(alert.getDetector()::equals).orElse(true)
                && query.severity().map(alert.getSeverity()::equals).orElse(true)
                && query.span().map(span -> wasOpenIn(span, alert)).orElse(true);
    }

    private static boolean wasOpenIn(TimeSpan span, Alert alert) {
        return alert.getOpenedAt().isBefore(span.to())
                && (alert.getResolvedAt() == null || !alert.getResolvedAt().isBefore(span.from()));
    }

    private static String cursor(Alert alert) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key(alert).get());
    }

    private static Bytes key(Alert alert) {
        return StoreKeys.episode(alert.getOpenedAt(), alert.getEpisodeId());
    }

    private static Bytes key(String cursor) {
        try {
            return Bytes.wrap(Base64.getUrlDecoder().decode(cursor));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("after: expected what next of the page before said", e);
        }
    }
}
