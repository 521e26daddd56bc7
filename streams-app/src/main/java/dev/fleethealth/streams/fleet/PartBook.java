package dev.fleethealth.streams.fleet;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one partition counts of a fleet, kept up to date with what it tells. Not thread-safe. */
final class PartBook {
    private final int partition;
    private final Map<SeriesKey, SeriesBook> series = new HashMap<>();
    private Instant at = Instant.EPOCH;
    private long known;
    private long online;

    PartBook(int partition) {
        this.partition = partition;
    }

    void update(FleetCounts newer, SeriesGrid grid) {
        if (newer.complete()) {
            series.clear();
        }
        at = newer.at();
        known = newer.known();
        online = newer.online();
        newer.series().forEach((key, counts) -> {
            SeriesBook book = series.computeIfAbsent(key, SeriesBook::new);
            book.update(counts);
            forget(book, key, grid);
        });
    }

    private void forget(SeriesBook book, SeriesKey key, SeriesGrid grid) {
        Counting how = grid.countingOf(key);
        book.forget(how.oldestStep(at), how.oldestCohort(at));
    }

    long known() {
        return known;
    }

    long online() {
        return online;
    }

    @Nullable
    SeriesBook series(SeriesKey key) {
        return series.get(key);
    }

    /** All of it, without series of which nothing is left. */
    FleetCounts toCounts(SeriesGrid grid) {
        series.forEach((key, book) -> forget(book, key, grid));
        series.values().removeIf(SeriesBook::isEmpty);
        Map<SeriesKey, SeriesCounts> counts = new HashMap<>();
        series.forEach((key, book) -> counts.put(key, book.toCounts()));
        return new FleetCounts(partition, true, at, known, online, counts);
    }
}
