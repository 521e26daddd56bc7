package dev.fleethealth.streams.query.diagnosis;

import dev.fleethealth.streams.query.Diagnosis.Kind;
import dev.fleethealth.streams.session.Connection;
import java.util.Optional;

/** Nothing is wrong, or nothing is known. */
final class QuietRule implements Rule {

    @Override
    public Optional<Judgement> judge(Symptoms symptoms) {
        return Optional.of(
                switch (symptoms.presence()) {
                    case UNKNOWN ->
                        Judgement.nothing(Kind.UNKNOWN, "Nothing that is still known says how it was at that time.");
                    case ONLINE -> Judgement.nothing(Kind.HEALTHY, online(symptoms));
                    case OFFLINE -> Judgement.nothing(Kind.HEALTHY, offline(symptoms));
                });
    }

    private static String online(Symptoms symptoms) {
        return "It is online"
                + symptoms.session()
                        .current()
                        .map(Connection::openedAt)
                        .map(since -> " since " + Words.time(since))
                        .orElse("")
                + ", and nothing went wrong in the " + Symptoms.LOOK_BACK.toMinutes() + " min before.";
    }

    private static String offline(Symptoms symptoms) {
        return symptoms.lastEnding()
                .map(last -> "It is offline as planned: its connection ended with %s at %s."
                        .formatted(last.category(), Words.time(last.at())))
                .orElse("It is offline, and how its last connection ended is no longer known.");
    }
}
