package dev.fleethealth.streams.query.diagnosis;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.query.Diagnosis.Kind;
import java.util.List;
import java.util.Optional;

/** Something happened, and it came back by itself. */
final class RecoveryRule implements Rule {

    @Override
    public Optional<Judgement> judge(Symptoms symptoms) {
        List<Trouble> troubles = symptoms.troubles();
        if (troubles.isEmpty() || !symptoms.isOnline()) {
            return Optional.empty();
        }
        Trouble last = troubles.get(troubles.size() - 1);
        boolean planned = troubles.stream().allMatch(BrokerSide::closed);
        String back = symptoms.backAfter(last)
                .map(after -> "came back after " + Words.span(after))
                .orElse("is back");
        return Optional.of(Judgement.passing(
                planned ? Kind.PLANNED : Kind.SELF_REPAIR, what(last, planned) + ", and it " + back + ".", troubles));
    }

    private static String what(Trouble last, boolean planned) {
        if (planned) {
            return "The broker closed its connection on purpose (" + last.category() + ")";
        }
        if (last.category() == Category.CREDENTIAL_EXPIRED) {
            return "Its token ran out";
        }
        return last.isRefusal()
                ? "The broker refused it (" + last.category() + ")"
                : "Its connection ended with " + last.category();
    }
}
