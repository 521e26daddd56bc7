package dev.fleethealth.streams.delivery;

import dev.fleethealth.schemas.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether an alert is not told because another one, which was told, explains it (detection.md §3). The explanation must
 * have reached the same target: nobody is left without a page because the cause went elsewhere.
 */
final class Inhibition {
    private static final String CAUSED_BY = "causedBy";

    private final Ledger ledger;
    private final Duration wait;
    private final Duration linger;

    /**
     * @param wait how long an alert waits for its cause to be told, for that may come from another partition
     * @param linger how long it stays held back once its cause is over, for it usually is over soon after
     */
    Inhibition(Ledger ledger, Duration wait, Duration linger) {
        this.ledger = ledger;
        this.wait = wait;
        this.linger = linger;
    }

    /** @param since when the alert was read; empty when it has nothing in its way */
    Optional<Decision> of(Alert alert, Instant since, Instant now) {
        String cause = alert.getEvidence().get(CAUSED_BY);
        if (cause == null || cause.equals(alert.getDedupKey())) {
            return Optional.empty();
        }
        Optional<LedgerEntry> told = ledger.find(cause).filter(entry -> entry.phase() != Phase.DROPPED);
        if (told.isEmpty()) {
            return now.isBefore(since.plus(wait)) ? Optional.of(new Decision.Wait(since.plus(wait))) : Optional.empty();
        }
        return explains(told.get(), now)
                ? Optional.of(new Decision.Keep(Phase.HELD, Result.INHIBITED))
                : Optional.empty();
    }

    private boolean explains(LedgerEntry cause, Instant now) {
        return cause.phase() != Phase.RESOLVED || now.isBefore(cause.at().plus(linger));
    }
}
