package dev.fleethealth.streams.detector;

import dev.fleethealth.streams.session.Ending;
import dev.fleethealth.streams.session.Happening;
import dev.fleethealth.streams.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long a device waited before it tried to connect: from the end of a session, or a refusal, to the next attempt. */
public final class Pauses {
    private static final long LONGEST_NAMED_SECONDS = 64;

    private Pauses() {}

    /** The pauses before the latest attempts, this one included, oldest first; attempts without a pause are left out. */
    public static List<Duration> upTo(Happening.Opened opened) {
        List<Duration> pauses = new ArrayList<>();
        Instant previous = Instant.MIN;
        for (Instant attempt : opened.before().recentAttempts()) {
            addPause(opened.before(), previous, attempt, pauses);
            previous = attempt;
        }
        addPause(opened.before(), previous, opened.at(), pauses);
        return pauses;
    }

    private static void addPause(Session session, Instant since, Instant attempt, List<Duration> pauses) {
        Instant end = newestEnd(session, since, attempt);
        if (end != null) {
            pauses.add(Duration.between(end, attempt));
        }
    }

    /** The pause before one attempt; empty where nothing has ended since the attempt before it. */
    public static Optional<Duration> before(Session session, Instant attempt) {
        List<Instant> earlier = session.recentAttempts();
        Instant previous = earlier.isEmpty() ? Instant.MIN : earlier.get(earlier.size() - 1);
        Instant end = newestEnd(session, previous, attempt);
        return end == null ? Optional.empty() : Optional.of(Duration.between(end, attempt));
    }

    private static @Nullable Instant newestEnd(Session session, Instant since, Instant attempt) {
        Ending last = session.lastEnd();
        Instant newest = last != null && isBefore(last, attempt) && isSince(last, since) ? last.at() : null;
        for (Ending ending : session.recentEndings()) {
            if ((newest == null || ending.at().isAfter(newest))
                    && isBefore(ending, attempt)
                    && isSince(ending, since)) {
                newest = ending.at();
            }
        }
        return newest;
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
