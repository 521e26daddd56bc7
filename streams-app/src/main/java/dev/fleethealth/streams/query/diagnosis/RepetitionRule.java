package dev.fleethealth.streams.query.diagnosis;

import dev.fleethealth.streams.detector.ProbableCause;
import dev.fleethealth.streams.query.Diagnosis.Kind;
import dev.fleethealth.streams.session.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The same again and again: connections that do not hold, or a device that reconnects without end. */
final class RepetitionRule implements Rule {
    /** As {@code keepalive-timeout} and {@code client-misbehaviour} do (detection.md §2). */
    private static final int MANY = 3;

    /** As {@code reconnect-loop} does (detection.md §2). */
    private static final int MANY_IN_A_MINUTE = 15;

    private static final int MANY_IN_TEN_MINUTES = 30;

    @Override
    public Optional<Judgement> judge(Symptoms symptoms) {
        List<Trouble> own = symptoms.troubles().stream()
                .filter(each -> !BrokerSide.closed(each))
                .toList();
        if (own.size() >= MANY) {
            return Optional.of(Judgement.of(
                    Kind.FAULT,
                    "Its connections do not hold: %s in the %d min before."
                            .formatted(
                                    Words.tally(Symptoms.tally(own, Trouble::category)),
                                    Symptoms.LOOK_BACK.toMinutes()),
                    ProbableCause.of(Symptoms.categories(own), 1),
                    own));
        }
        return isLoop(symptoms)
                ? Optional.of(Judgement.of(
                        Kind.FAULT,
                        "It connects again and again: %d times in the %d min before."
                                .formatted(symptoms.attempts().size(), Symptoms.LOOK_BACK.toMinutes()),
                        ProbableCause.of(Symptoms.categories(own), 1),
                        symptoms.endings()))
                : Optional.empty();
    }

    private static boolean isLoop(Symptoms symptoms) {
        return attempts(symptoms, Duration.ofMinutes(1)) >= MANY_IN_A_MINUTE
                || attempts(symptoms, Duration.ofMinutes(10)) >= MANY_IN_TEN_MINUTES;
    }

    private static long attempts(Symptoms symptoms, Duration window) {
        Instant oldest = symptoms.at().minus(window);
        return symptoms.attempts().stream()
                .map(Happening::at)
                .filter(at -> !at.isBefore(oldest))
                .count();
    }
}
