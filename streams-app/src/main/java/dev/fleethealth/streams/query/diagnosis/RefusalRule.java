package dev.fleethealth.streams.query.diagnosis;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.detector.ProbableCause;
import dev.fleethealth.streams.query.Diagnosis.Kind;
import java.util.List;
import java.util.Optional;

/** It is not let in. */
final class RefusalRule implements Rule {

    @Override
    public Optional<Judgement> judge(Symptoms symptoms) {
        List<Trouble> refusals =
                symptoms.endings().stream().filter(Trouble::isRefusal).toList();
        boolean isOut = !symptoms.isOnline()
                && symptoms.lastEnding().filter(Trouble::isRefusal).isPresent();
        if (refusals.isEmpty() || !isOut) {
            return Optional.empty();
        }
        ProbableCause cause = cause(refusals, symptoms);
        Trouble last = refusals.get(refusals.size() - 1);
        return Optional.of(Judgement.of(
                Kind.FAULT,
                "The broker does not let it in: %s, the last with %s."
                        .formatted(
                                Words.count(refusals.size(), "refused attempt", "refused attempts"), last.category()),
                cause,
                refusals));
    }

    /** Who is refused after its token ran out still shows the old one. */
    private static ProbableCause cause(List<Trouble> refusals, Symptoms symptoms) {
        ProbableCause cause = ProbableCause.of(Symptoms.categories(refusals), 1);
        boolean expired = symptoms.endings().stream().anyMatch(each -> each.category() == Category.CREDENTIAL_EXPIRED);
        return expired && cause == ProbableCause.BAD_CREDENTIALS ? ProbableCause.CREDENTIAL_EXPIRY : cause;
    }
}
