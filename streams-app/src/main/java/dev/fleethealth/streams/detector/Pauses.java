package dev.fleethealth.streams.detector;

import dev.fleethealth.streams.session.Ending;
import dev.fleethealth.streams.session.Happening;
import dev.fleethealth.streams.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How long a device waited before it tried to connect: from the end of a session, or a refusal, to the next attempt. */
public final class Pauses {
    private static final long LONGEST_NAMED_SECONDS = 64;

    private Pauses() {}

    /** The pauses before the latest attempts, this one included, oldest first; attempts without a pause are left out. */
    public static List<Duration> upTo(Happening.Opened opened) {
        List<Instant> attempts = Stream.concat(opened.before().recentAttempts().stream(), Stream.of(opened.at()))
                .toList();
        List<Duration> pauses = new ArrayList<>();
        Instant previous = Instant.MIN;
        for (Instant attempt : attempts) {
            Instant since = previous;
            newestEnd(opened.before(), since, attempt).ifPresent(end -> pauses.add(Duration.between(end, attempt)));
            previous = attempt;
        }
        return pauses;
    }

    private static Optional<Instant> newestEnd(Session session, Instant since, Instant attempt) {
        return Stream.concat(Stream.ofNullable(session.lastEnd()), session.recentEndings().stream())
                .filter(ending -> isBefore(ending, attempt) && isSince(ending, since))
                .map(Ending::at)
                .max(Instant::compareTo);
    }

    /** A refusal at the moment of the attempt is its own outcome. */
    private static boolean isBefore(Ending ending, Instant attempt) {
        return ending.at().isBefore(attempt)
                || (ending.kind() == Ending.Kind.SESSION && ending.at().equals(attempt));
    }

    /** A refusal begins the pause after its attempt; a session that ends at that moment was taken over by it. */
    private static boolean isSince(Ending ending, Instant attempt) {
        return ending.at().isAfter(attempt)
                || (ending.kind() == Ending.Kind.ATTEMPT && ending.at().equals(attempt));
    }

    /** Roughly how long, so that the pauses of many devices can be counted together; each class is twice the last. */
    public static String words(Duration pause) {
        long from = Long.highestOneBit(Math.max(0, pause.toSeconds()));
        if (from >= LONGEST_NAMED_SECONDS) {
            return "over a minute";
        }
        return from == 0 ? "under 1 s" : from == 1 ? "1 s" : from + " to " + (2 * from - 1) + " s";
    }
}
