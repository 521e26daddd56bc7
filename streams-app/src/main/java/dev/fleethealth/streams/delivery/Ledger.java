package dev.fleethealth.streams.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one target has been told, by dedup key: the memory that keeps a replay from paging again. All instances follow the
 * same topic, so each knows what the others told. Not thread-safe.
 */
public final class Ledger {
    /** What is over is kept for that long; a replay reads to the end of the alerts before it tells anything anyway. */
    static final Duration KEPT = Duration.ofDays(1);

    private final Map<String, LedgerEntry> live = new HashMap<>();
    private final Map<String, LedgerEntry> over = new HashMap<>();
    private final FloodMeter opened;

    Ledger(FloodMeter opened) {
        this.opened = opened;
    }

    /** Notes what this or another instance told. */
    public void put(LedgerEntry entry) {
        LedgerEntry before = find(entry.dedupKey()).orElse(null);
        if (opensPage(before, entry)) {
            opened.count(entry.lane(), entry.at());
        }
        boolean ended = entry.phase() == Phase.RESOLVED;
        (ended ? over : live).put(entry.dedupKey(), entry);
        (ended ? live : over).remove(entry.dedupKey());
    }

    Optional<LedgerEntry> find(String dedupKey) {
        return Optional.ofNullable(live.get(dedupKey)).or(() -> Optional.ofNullable(over.get(dedupKey)));
    }

    /** Entries whose episode is not over. */
    Collection<LedgerEntry> live() {
        return live.values();
    }

    /** Entries whose episode is over. */
    Collection<LedgerEntry> over() {
        return over.values();
    }

    void forgetUntil(Instant now) {
        over.values().removeIf(entry -> entry.at().plus(KEPT).isBefore(now));
    }

    private static boolean opensPage(@Nullable LedgerEntry before, LedgerEntry entry) {
        boolean opens = entry.phase() == Phase.OPENING || entry.phase() == Phase.OPEN;
        return opens && (before == null || !before.phase().mayBeOpenThere()) && !OwnPage.is(entry.alert());
    }
}
