package dev.fleethealth.streams.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Short memories of a session: bounded in time and in number. */
final class Recent {
    private Recent() {}

    static List<Ending> endings(List<Ending> kept, Ending added) {
        return plus(endings(kept, added.at()), added, Session.MOST_ENDINGS);
    }

    static List<Ending> endings(List<Ending> kept, Instant now) {
        Instant oldest = now.minus(Session.ENDINGS_KEPT_FOR);
        boolean allFresh = kept.isEmpty() || !kept.get(0).at().isBefore(oldest);
        return allFresh
                ? kept
                : kept.stream().filter(ending -> !ending.at().isBefore(oldest)).toList();
    }

    /** Of attempts older than the endings that are kept only the last is of use: a pause begins after it. */
    static List<Instant> attempts(List<Instant> kept, Instant added) {
        Instant oldest = added.minus(Session.ENDINGS_KEPT_FOR);
        int from = 0;
        while (from + 1 < kept.size() && kept.get(from + 1).isBefore(oldest)) {
            from++;
        }
        return plus(kept.subList(from, kept.size()), added, Session.MOST_ATTEMPTS);
    }

    private static <T> List<T> plus(List<T> kept, T added, int most) {
        if (kept.isEmpty()) {
            return List.of(added);
        }
        List<T> all = new ArrayList<>(Math.min(most, kept.size() + 1));
        all.addAll(kept.subList(Math.max(0, kept.size() + 1 - most), kept.size()));
        all.add(added);
        return Collections.unmodifiableList(all);
    }
}
