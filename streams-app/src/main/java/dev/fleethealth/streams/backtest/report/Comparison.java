package dev.fleethealth.streams.backtest.report;

import dev.fleethealth.streams.backtest.report.Difference.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What two configurations find in the same events.
 *
 * @param differences in the order in which the episodes opened
 * @param same how many episodes both see alike
 */
public record Comparison(List<Difference> differences, int same) {
    /** Episodes of the same trouble are one if they overlap, or nearly do. */
    private static final Duration NEARLY = Duration.ofMinutes(1);

    public static Comparison of(List<Episode> first, List<Episode> other) {
        List<Episode> unmatched = new ArrayList<>(other);
        List<Difference> differences = new ArrayList<>();
        int same = 0;
        for (Episode before : first) {
            Optional<Episode> after = unmatched.stream()
                    .filter(candidate -> sameTrouble(before, candidate))
                    .min(Comparator.comparing(candidate -> Duration.between(before.openedAt(), candidate.openedAt())
                            .abs()));
            after.ifPresent(unmatched::remove);
            if (after.isPresent() && Difference.moves(before, after.get()).isEmpty()) {
                same++;
            } else {
                differences.add(new Difference(Optional.of(before), after));
            }
        }
        unmatched.forEach(after -> differences.add(new Difference(Optional.empty(), Optional.of(after))));
        differences.sort(Comparator.comparing(difference -> difference.episode().openedAt()));
        return new Comparison(List.copyOf(differences), same);
    }

    public long count(Kind kind) {
        return differences.stream()
                .filter(difference -> difference.kind() == kind)
                .count();
    }

    private static boolean sameTrouble(Episode one, Episode another) {
        return one.dedupKey().equals(another.dedupKey())
                && !one.openedAt().isAfter(end(another))
                && !another.openedAt().isAfter(end(one));
    }

    private static Instant end(Episode episode) {
        return episode.resolvedAt().map(resolved -> resolved.plus(NEARLY)).orElse(Instant.MAX);
    }
}
