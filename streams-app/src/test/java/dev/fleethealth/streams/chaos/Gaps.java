package dev.fleethealth.streams.chaos;

import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.streams.chaos.AlertWatch.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** For each kill, how long the alert was on its way that was longest on its way around it. */
record Gaps(List<Duration> sorted) {
    private static final Duration AROUND = Duration.ofSeconds(20);

    static Gaps of(List<Instant> kills, List<Seen> seen) {
        List<Seen> opened = seen.stream()
                .filter(each -> each.alert().getState() == AlertState.OPEN)
                .filter(each -> each.alert().getScope() == Scope.DEVICE)
                .toList();
        return new Gaps(
                kills.stream().map(kill -> longest(kill, opened)).sorted().toList());
    }

    /** Nearest rank. */
    Duration percentile(int percent) {
        return sorted.get((int) Math.ceil(percent / 100.0 * sorted.size()) - 1);
    }

    String words() {
        return "p50 %.1f s, p95 %.1f s, longest %.1f s".formatted(seconds(50), seconds(95), seconds(100));
    }

    private double seconds(int percent) {
        return percentile(percent).toMillis() / 1_000.0;
    }

    private static Duration longest(Instant kill, List<Seen> opened) {
        return opened.stream()
                .filter(each ->
                        each.at().isAfter(kill) && each.alert().getOpenedAt().isBefore(kill.plus(AROUND)))
                .map(Seen::delay)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
