package dev.fleethealth.bridge.dialect.clearblade;

import dev.fleethealth.bridge.dialect.reason.Mention;
import dev.fleethealth.bridge.dialect.reason.Reason;
import dev.fleethealth.bridge.dialect.reason.ReasonTable;
import dev.fleethealth.schemas.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The words by which ClearBlade says why a connection ended, wherever they stand in a text. */
final class Messages {
    static final ReasonTable TABLE = ReasonTable.load("/dialects/clearblade/messages.csv");

    private Messages() {}

    /** The reason, if the text has exactly one that means something. */
    static Optional<Reason> only(Set<Mention> mentions) {
        List<Reason> reasons = known(mentions);
        return reasons.size() == 1 ? Optional.of(reasons.get(0)) : Optional.empty();
    }

    static boolean isAmbiguous(Set<Mention> mentions) {
        return known(mentions).size() > 1;
    }

    private static List<Reason> known(Set<Mention> mentions) {
        List<Reason> known = new ArrayList<>();
        for (Mention mention : mentions) {
            if (mention.meaning().category() != Category.UNKNOWN && !known.contains(mention.meaning())) {
                known.add(mention.meaning());
            }
        }
        return known;
    }
}
