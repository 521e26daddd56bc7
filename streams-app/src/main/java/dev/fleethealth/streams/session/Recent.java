package dev.fleethealth.streams.session;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Short memories of a session: bounded in time and in number. */
final class Recent {
    private Recent() {}

    static List<Ending> endings(List<Ending> kept, Ending added) {
        return newest(
                Stream.concat(endings(kept, added.at()).stream(), Stream.of(added))
                        .toList(),
                Session.MOST_ENDINGS);
    }

    static List<Ending> endings(List<Ending> kept, Instant now) {
        Instant oldest = now.minus(Session.ENDINGS_KEPT_FOR);
        boolean allFresh = kept.isEmpty() || !kept.get(0).at().isBefore(oldest);
        return allFresh
                ? kept
                : kept.stream().filter(ending -> !ending.at().isBefore(oldest)).toList();
    }

    static List<Instant> attempts(List<Instant> kept, Instant added) {
        return newest(Stream.concat(kept.stream(), Stream.of(added)).toList(), Session.MOST_ATTEMPTS);
    }

    private static <T> List<T> newest(List<T> all, int most) {
        return all.size() <= most ? all : List.copyOf(all.subList(all.size() - most, all.size()));
    }
}
