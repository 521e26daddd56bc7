package dev.fleethealth.streams.delivery;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.policy.MaintenanceWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is due because time goes on: alerts that were held back or were being told when an instance ended, repetitions for
 * targets that forget, and the flood pages. Not thread-safe.
 */
final class Upkeep {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration BETWEEN_FLOOD_UPDATES = Duration.ofMinutes(1);

    /** Whoever has this partition tells what concerns all of them. */
    private static final int COMMON_PARTITION = 0;

    private final Target target;
    private final Ledger ledger;
    private final Judge judge;
    private final List<MaintenanceWindow> maintenance;
    private final Map<String, Case> cases;
    private final Set<Integer> partitions;
    private final Map<String, Instant> repeatedAt = new HashMap<>();
    private Instant next = Instant.MIN;

    /**
     * @param cases where what is due is added
     * @param partitions of this instance
     */
    Upkeep(
            Target target,
            Ledger ledger,
            Judge judge,
            List<MaintenanceWindow> maintenance,
            Map<String, Case> cases,
            Set<Integer> partitions) {
        this.target = target;
        this.ledger = ledger;
        this.judge = judge;
        this.maintenance = maintenance;
        this.cases = cases;
        this.partitions = partitions;
    }

    void doIfDue(Instant now) {
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(INTERVAL);
        ledger.forgetUntil(now);
        repeatedAt.keySet().removeIf(key -> ledger.find(key).isEmpty());
        ledger.live().stream().filter(this::isOurs).forEach(entry -> takeUp(entry, now));
        if (!target.repeatEvery().isZero()) {
            ledger.live().stream().filter(this::isOurs).forEach(entry -> repeatOpen(entry, now));
            ledger.over().stream().filter(this::isOurs).forEach(entry -> repeatResolved(entry, now));
        }
        if (partitions.contains(COMMON_PARTITION)) {
            tellFloods(now);
            tellMaintenance(now);
        }
    }

    /** Notes that the target has just heard of the alert. */
    void repeated(Alert alert, Instant now) {
        if (!target.repeatEvery().isZero()) {
            repeatedAt.put(alert.getDedupKey(), now);
        }
    }

    private boolean isOurs(LedgerEntry entry) {
        return partitions.contains(entry.partition()) && !cases.containsKey(entry.dedupKey());
    }

    private void takeUp(LedgerEntry entry, Instant now) {
        boolean due =
                switch (entry.phase()) {
                    case OPENING, RESOLVING -> true;
                    case HELD -> !staysHeld(entry, now);
                    case FOLDED, DROPPED, OPEN, RESOLVED -> false;
                };
        if (due) {
            open(new Case(Incoming.of(entry.alert(), entry.partition(), entry.at())));
        }
    }

    private boolean staysHeld(LedgerEntry entry, Instant now) {
        return judge.decide(entry.alert(), entry.at(), now) instanceof Decision.Keep keep && keep.phase() == Phase.HELD;
    }

    private void repeatOpen(LedgerEntry entry, Instant now) {
        if (entry.phase() == Phase.OPEN) {
            repeat(entry, Action.UPDATE, now);
        }
    }

    private void repeatResolved(LedgerEntry entry, Instant now) {
        if (now.isBefore(entry.at().plus(target.repeatResolvedFor()))) {
            repeat(entry, Action.RESOLVE, now);
        }
    }

    private void repeat(LedgerEntry entry, Action action, Instant now) {
        Instant before = repeatedAt.getOrDefault(entry.dedupKey(), Instant.MIN);
        if (before.isBefore(now.minus(target.repeatEvery()))) {
            Case matter = new Case(Incoming.of(entry.alert(), entry.partition(), entry.at()));
            matter.repeat = action;
            open(matter);
        }
    }

    private void tellFloods(Instant now) {
        Map<String, List<Alert>> folded = ledger.live().stream()
                .filter(entry -> entry.phase() == Phase.FOLDED)
                .collect(Collectors.groupingBy(
                        LedgerEntry::lane, Collectors.mapping(LedgerEntry::alert, Collectors.toList())));
        folded.forEach((lane, alerts) -> tellFlood(lane, alerts, now));
        for (LedgerEntry page : List.copyOf(ledger.live())) {
            if (OwnPage.isFlood(page.alert()) && !folded.containsKey(page.lane())) {
                tellFlood(page.lane(), List.of(), now);
            }
        }
    }

    private void tellFlood(String lane, Collection<Alert> folded, Instant now) {
        String key = FloodPage.keyOf(lane);
        if (cases.containsKey(key)) {
            return;
        }
        Optional<LedgerEntry> told =
                ledger.find(key).filter(entry -> !entry.phase().isOver());
        floodPage(lane, folded, told, now).ifPresent(page -> tell(page, now));
    }

    private static Optional<Alert> floodPage(
            String lane, Collection<Alert> folded, Optional<LedgerEntry> told, Instant now) {
        if (told.isEmpty()) {
            return folded.isEmpty() ? Optional.empty() : Optional.of(FloodPage.open(lane, folded, now, now));
        }
        Alert page = told.get().alert();
        if (folded.isEmpty()) {
            return Optional.of(OwnPage.over(page, now));
        }
        boolean due = !now.isBefore(told.get().at().plus(BETWEEN_FLOOD_UPDATES));
        return due && folded.size() != (int) page.getObserved()
                ? Optional.of(FloodPage.open(lane, folded, page.getOpenedAt(), now))
                : Optional.empty();
    }

    private void tellMaintenance(Instant now) {
        if (!target.hearsOfMaintenance()) {
            return;
        }
        Set<String> active = new HashSet<>();
        for (MaintenanceWindow window : maintenance) {
            window.schedule().endAt(now).ifPresent(end -> {
                active.add(MaintenancePage.keyOf(window));
                tellOnce(MaintenancePage.begun(window, end, now), now);
            });
        }
        for (LedgerEntry page : List.copyOf(ledger.live())) {
            if (OwnPage.isMaintenance(page.alert()) && !active.contains(page.dedupKey()) && isOurs(page)) {
                tell(OwnPage.over(page.alert(), now), now);
            }
        }
    }

    private void tellOnce(Alert page, Instant now) {
        boolean known = ledger.find(page.getDedupKey())
                .filter(entry -> entry.alert().getWindowEnd().equals(page.getWindowEnd()))
                .isPresent();
        if (!known && !cases.containsKey(page.getDedupKey())) {
            tell(page, now);
        }
    }

    private void tell(Alert page, Instant now) {
        open(new Case(Incoming.of(page, COMMON_PARTITION, now)));
    }

    private void open(Case matter) {
        cases.put(matter.newest.alert().getDedupKey(), matter);
    }
}
