package dev.fleethealth.streams.query.diagnosis;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.detector.ProbableCause;
import dev.fleethealth.streams.query.Diagnosis.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Another connection with its client id took the place of the old one: once that is self-repair, often a fight. */
final class TakeoverRule implements Rule {
    private static final Duration WINDOW = Duration.ofMinutes(5);

    /** One or two after a change of network are self-repair (detection.md §2). */
    private static final int FIGHT = 3;

    /** So many addresses, each new, are a device that moves and not two programs. */
    private static final int MOVING = 4;

    @Override
    public Optional<Judgement> judge(Symptoms symptoms) {
        List<Trouble> takeovers = symptoms.troubles().stream()
                .filter(each -> each.category() == Category.SESSION_TAKEN_OVER)
                .toList();
        if (takeovers.isEmpty()) {
            return Optional.empty();
        }
        Instant oldest = takeovers.get(takeovers.size() - 1).at().minus(WINDOW);
        List<Trouble> lately =
                takeovers.stream().filter(each -> !each.at().isBefore(oldest)).toList();
        if (lately.size() >= FIGHT) {
            return Optional.of(fight(lately, symptoms));
        }
        boolean nothingElse = symptoms.troubles().size() == takeovers.size();
        return symptoms.isOnline() && nothingElse ? Optional.of(selfRepair(takeovers, symptoms)) : Optional.empty();
    }

    private static Judgement fight(List<Trouble> takeovers, Symptoms symptoms) {
        Map<String, Long> addresses = addresses(symptoms);
        String times = Words.count(takeovers.size(), "takeover", "takeovers") + " within 5 min";
        if (addresses.size() >= MOVING && addresses.values().stream().allMatch(count -> count == 1)) {
            return Judgement.of(
                    Kind.FAULT,
                    "Its network changes again and again, and each new connection replaces one that the broker has not"
                            + " given up: " + times + ".",
                    ProbableCause.UNSTABLE_LINK,
                    takeovers);
        }
        String who = addresses.size() == 1
                ? "Two programs behind one address, or one that opens a second connection, fight over its client id: "
                : "Two programs fight over its client id: ";
        return Judgement.of(Kind.FAULT, who + times + ".", ProbableCause.DUPLICATE_CLIENT_ID, takeovers);
    }

    private static Judgement selfRepair(List<Trouble> takeovers, Symptoms symptoms) {
        String how = addresses(symptoms).size() > 1 ? "from another address" : "from the same address";
        return Judgement.passing(
                Kind.SELF_REPAIR,
                "It came back " + how + " before the broker had given up its old connection, which is self-repair: "
                        + Words.count(takeovers.size(), "takeover", "takeovers") + ".",
                takeovers);
    }

    private static Map<String, Long> addresses(Symptoms symptoms) {
        return Symptoms.tally(symptoms.connects(), opened -> opened.connection().address());
    }
}
