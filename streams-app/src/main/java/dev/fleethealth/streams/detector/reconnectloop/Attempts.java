package dev.fleethealth.streams.detector.reconnectloop;

import dev.fleethealth.streams.detector.Backoff;
import dev.fleethealth.streams.detector.Evidence;
import dev.fleethealth.streams.detector.Fact;
import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.detector.Require;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The connects and refused attempts of one device.
 *
 * @param all in the long window, oldest first
 */
record Attempts(List<Occurrence> all) {
    /** Enough to see a pattern, and few enough to be read. */
    private static final int MOST_GAPS = 8;

    Evidence evidence() {
        Evidence evidence = new Evidence().with("backoff", backoff().words()).with("refusedShare", refusedShare());
        return all.size() > 1 ? evidence.with("gaps", gaps()) : evidence;
    }

    /** How the device waits, as its latest attempts show it. */
    Backoff backoff() {
        List<Duration> pauses = all.stream()
                .map(attempt -> attempt.facts().get(Fact.WAITED_MILLIS))
                .filter(Objects::nonNull)
                .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
                .toList();
        return Backoff.of(newest(pauses));
    }

    /** Time from one attempt to the next, the latest few. */
    private String gaps() {
        List<Instant> times = all.stream().map(Occurrence::at).toList();
        List<Duration> gaps = IntStream.range(1, times.size())
                .mapToObj(i -> Duration.between(times.get(i - 1), times.get(i)))
                .toList();
        return newest(gaps).stream()
                .map(gap -> String.format(Locale.ROOT, "%.1f", gap.toMillis() / 1_000.0))
                .collect(Collectors.joining(", ", "", " s"));
    }

    /** Only so many are kept of a device; then there may have been more. */
    String inAll() {
        return all.size() < Require.MOST_OCCURRENCES ? String.valueOf(all.size()) : "at least " + all.size();
    }

    String refusedShare() {
        long refused = all.stream()
                .filter(attempt -> attempt.facts().has(Fact.CATEGORY))
                .count();
        return Math.round(100.0 * refused / Math.max(1, all.size())) + " %";
    }

    private static <T> List<T> newest(List<T> oldestFirst) {
        return oldestFirst.subList(Math.max(0, oldestFirst.size() - MOST_GAPS), oldestFirst.size());
    }
}
