package dev.fleethealth.streams.fleet;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one partition counts of a fleet, kept up to date with what it tells. Not thread-safe. */
final class PartBook {
    private final int partition;
    private final Function<SeriesKey, WindowTally> windows;
    private final Map<SeriesKey, SeriesBook> series = new HashMap<>();
    private Instant at = Instant.EPOCH;
    private long known;
    private long online;

    /** @param windows of the series over all partitions */
    PartBook(int partition, Function<SeriesKey, WindowTally> windows) {
        this.partition = partition;
        this.windows = windows;
    }

    void update(FleetCounts newer, SeriesGrid grid) {
        if (newer.complete()) {
            forgetAll();
        }
        at = newer.at();
        known = newer.known();
        online = newer.online();
        newer.series().forEach((key, counts) -> {
            SeriesBook book = series.computeIfAbsent(key, any -> new SeriesBook(key, windows.apply(key)));
            book.update(counts);
            forget(book, key, grid);
        });
    }

    /** Forgets all that was counted. */
    void forgetAll() {
        series.values().forEach(SeriesBook::forgetAll);
        series.clear();
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
