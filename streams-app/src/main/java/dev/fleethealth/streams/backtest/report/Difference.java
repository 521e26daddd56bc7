package dev.fleethealth.streams.backtest.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An episode that two configurations see differently.
 *
 * @param first as the first configuration sees it, absent if only the other one does
 * @param other as the other configuration sees it, absent if only the first one does
 */
public record Difference(Optional<Episode> first, Optional<Episode> other) {

    /** What the other configuration does to the alert. */
    public enum Kind {
        ADDED,
        LOST,
        MOVED
    }

    public Kind kind() {
        if (first.isEmpty()) {
            return Kind.ADDED;
        }
        return other.isEmpty() ? Kind.LOST : Kind.MOVED;
    }

    /** The episode itself, as the first one that sees it does. */
    public Episode episode() {
        return first.or(() -> other).orElseThrow();
    }

    /** What has moved, in words such as {@code opened 12.4 s earlier}; empty unless something has. */
    public List<String> moves() {
        return first.flatMap(before -> other.map(after -> moves(before, after))).orElseGet(List::of);
    }

    static List<String> moves(Episode before, Episode after) {
        List<String> moves = new ArrayList<>();
        Duration later = Duration.between(before.openedAt(), after.openedAt());
        if (!later.isZero()) {
            moves.add(String.format(
                    Locale.ROOT,
                    "opened %.1f s %s",
                    later.abs().toMillis() / 1000.0,
                    later.isNegative() ? "earlier" : "later"));
        }
        if (before.severity() != after.severity()) {
            moves.add("severity " + before.severity() + " → " + after.severity());
        }
        if (!before.cause().equals(after.cause())) {
            moves.add("cause " + before.cause() + " → " + after.cause());
        }
        return moves;
    }
}
