package dev.fleethealth.streams.query.diagnosis;

import dev.fleethealth.streams.detector.Backoff;
import dev.fleethealth.streams.detector.Pauses;
import dev.fleethealth.streams.query.Diagnosis;
import dev.fleethealth.streams.session.Happening;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a device tries again, compared with what vendors recommend. */
final class BackoffFinding {
    private static final int FEWEST_ATTEMPTS = 3;
    private static final Duration CAP = Duration.ofSeconds(60);
    private static final String RECOMMENDED = "1 s, then twice as long each time, up to 60 s, with jitter";

    private BackoffFinding() {}

    static Diagnosis.@Nullable Backoff of(Symptoms symptoms) {
        List<Happening> attempts = symptoms.attempts();
        List<Duration> pauses = attempts.stream()
                .flatMap(attempt -> Pauses.before(attempt.before(), attempt.at()).stream())
                .toList();
        if (attempts.size() < FEWEST_ATTEMPTS || pauses.isEmpty()) {
            return null;
        }
        Backoff backoff = Backoff.of(pauses);
        return new Diagnosis.Backoff(pattern(backoff), pauses, RECOMMENDED, isGood(backoff, pauses));
    }

    private static String pattern(Backoff backoff) {
        return switch (backoff) {
            case NONE -> "none";
            case FIXED, FIXED_WITH_JITTER -> "fixed";
            case EXPONENTIAL, EXPONENTIAL_WITH_JITTER -> "exponential";
            case UNKNOWN -> "irregular";
        };
    }

    /** Pauses that have reached the cap grow no more. */
    private static boolean isGood(Backoff backoff, List<Duration> pauses) {
        return backoff == Backoff.EXPONENTIAL
                || backoff == Backoff.EXPONENTIAL_WITH_JITTER
                || pauses.stream().allMatch(pause -> pause.compareTo(CAP) >= 0);
    }
}
