package dev.fleethealth.streams.delivery;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides what to do about the newest state of an alert, given what its target was told before. */
final class Judge {
    private final Target target;
    private final Rules rules;
    private final Ledger ledger;
    private final Inhibition inhibition;
    private final FloodMeter opened;
    private final Duration maxAge;

    Judge(Target target, Rules rules, Ledger ledger, FloodMeter opened, Limits limits) {
        this.target = target;
        this.rules = rules;
        this.ledger = ledger;
        this.inhibition = new Inhibition(ledger, limits.causeWait(), limits.causeLinger());
        this.opened = opened;
        this.maxAge = limits.maxAge();
    }

    /** @param since when the state was read */
    Decision decide(Alert newest, Instant since, Instant now) {
        Optional<LedgerEntry> known = ledger.find(newest.getDedupKey());
        if (known.isEmpty()) {
            return decideUnknown(newest, since, now);
        }
        LedgerEntry told = known.get();
        int age = newest.getOpenedAt().compareTo(told.alert().getOpenedAt());
        if (age < 0) {
            return new Decision.Pass(Result.STALE);
        }
        if (age > 0) {
            return told.phase().mayBeOpenThere()
                    ? new Decision.Tell(Action.RESOLVE, endOf(told.alert(), newest.getOpenedAt()))
                    : decideUnknown(newest, since, now);
        }
        return newest.getState() == AlertState.RESOLVED
                ? decideEnd(newest, told)
                : decideOpen(newest, told, since, now);
    }

    private Decision decideUnknown(Alert newest, Instant since, Instant now) {
        return newest.getState() == AlertState.RESOLVED
                ? new Decision.Pass(Result.NEVER_TOLD)
                : decideFirst(newest, since, now);
    }

    private static Decision decideEnd(Alert newest, LedgerEntry told) {
        if (told.phase() == Phase.RESOLVED) {
            return new Decision.Pass(Result.STALE);
        }
        return told.phase().mayBeOpenThere()
                ? new Decision.Tell(Action.RESOLVE, newest)
                : new Decision.Keep(Phase.RESOLVED, Result.NEVER_TOLD);
    }

    private Decision decideOpen(Alert newest, LedgerEntry told, Instant since, Instant now) {
        return switch (told.phase()) {
            case RESOLVING, RESOLVED -> new Decision.Pass(Result.STALE);
            case OPENING -> new Decision.Tell(Action.OPEN, newest);
            case OPEN -> decideChange(newest, told.alert(), now);
            case FOLDED -> new Decision.Keep(Phase.FOLDED, Result.FOLDED);
            case HELD -> decideFirst(newest, since, now);
            case DROPPED ->
                target.isWorthTelling(told.alert(), newest)
                        ? decideFirst(newest, since, now)
                        : new Decision.Pass(Result.UNCHANGED);
        };
    }

    private Decision decideChange(Alert newest, Alert told, Instant now) {
        if (!newest.getUpdatedAt().isAfter(told.getUpdatedAt())) {
            return new Decision.Pass(Result.STALE);
        }
        if (rules.silences().silence(newest, now)) {
            return new Decision.Pass(Result.SILENCED);
        }
        return OwnPage.is(newest) || target.isWorthTelling(told, newest)
                ? new Decision.Tell(Action.UPDATE, newest)
                : new Decision.Pass(Result.UNCHANGED);
    }

    /** An open alert that the target does not know. */
    private Decision decideFirst(Alert newest, Instant since, Instant now) {
        if (OwnPage.is(newest)) {
            return new Decision.Tell(Action.OPEN, newest);
        }
        if (!Route.leads(rules.routes(), newest, target.name())) {
            return new Decision.Pass(Result.UNROUTED);
        }
        if (newest.getUpdatedAt().plus(maxAge).isBefore(now)) {
            return new Decision.Keep(Phase.DROPPED, Result.EXPIRED);
        }
        if (rules.silences().silence(newest, now)) {
            return new Decision.Keep(Phase.HELD, Result.SILENCED);
        }
        return inhibition
                .of(newest, since, now)
                .orElseGet(() -> opened.isFull(target.laneOf(newest), now)
                        ? new Decision.Keep(Phase.FOLDED, Result.FOLDED)
                        : new Decision.Tell(Action.OPEN, newest));
    }

    /** The end of an episode whose own last word was overtaken by the next episode. */
    private static Alert endOf(Alert told, Instant at) {
        return Alert.newBuilder(told)
                .setState(AlertState.RESOLVED)
                .setUpdatedAt(at)
                .setResolvedAt(at)
                .build();
    }
}
