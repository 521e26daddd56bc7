package dev.fleethealth.streams.detector;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The rhythm of repeated occurrences. */
public final class Periods {
    private Periods() {}

    /** The median time from one occurrence to the next; empty for fewer than two. */
    public static Optional<Duration> typical(List<Occurrence> occurrences) {
        List<Duration> gaps = IntStream.range(1, occurrences.size())
                .mapToObj(i -> Duration.between(
                        occurrences.get(i - 1).at(), occurrences.get(i).at()))
                .sorted()
                .toList();
        return gaps.isEmpty() ? Optional.empty() : Optional.of(gaps.get(gaps.size() / 2));
    }
}
