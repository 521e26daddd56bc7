package dev.fleethealth.streams.device;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.session.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what ended by category: of sessions, and only where no session ended, of refused attempts. */
public final class EndingTally {
    /** How long before an alert a cause is looked for (detection.md §3). */
    public static final Duration LOOK_BACK = Duration.ofMinutes(5);

    private EndingTally() {}

    /** The endings in the look-back before a moment, that moment included. */
    public static Map<Category, Long> of(List<Ending> endings, Instant at) {
        Instant start = at.minus(LOOK_BACK);
        return of(endings.stream()
                .filter(ending -> !ending.at().isBefore(start) && !ending.at().isAfter(at))
                .toList());
    }

    public static Map<Category, Long> of(List<Ending> endings) {
        if (endings.isEmpty()) {
            return Map.of();
        }
        if (endings.size() == 1) {
            return Map.of(endings.get(0).category(), 1L);
        }
        Map<Category, Long> sessions = count(endings, Ending.Kind.SESSION);
        return sessions.isEmpty() ? count(endings, Ending.Kind.ATTEMPT) : sessions;
    }

    private static Map<Category, Long> count(List<Ending> endings, Ending.Kind kind) {
        Map<Category, Long> counts = new EnumMap<>(Category.class);
        for (Ending ending : endings) {
            if (ending.kind() == kind) {
                counts.merge(ending.category(), 1L, Long::sum);
            }
        }
        return counts;
    }
}
