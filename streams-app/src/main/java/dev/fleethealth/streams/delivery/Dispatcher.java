package dev.fleethealth.streams.delivery;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.streams.delivery.CallOutcome.Refused;
import dev.fleethealth.streams.delivery.CallOutcome.TryLater;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Tells one target of alerts: knows what remains to be told, decides what to call next, and takes in how calls ended. It knows
 * neither Kafka nor HTTP nor a clock. Not thread-safe.
 *
 * <p>Only the newest state of an alert is told. Before an alert is opened or resolved at the target, the ledger says
 * that this is about to happen; so after a crash it is known what the target may have heard.
 */
public final class Dispatcher {
    private static final Comparator<Candidate> MOST_URGENT = Comparator.<Candidate, Alert>comparing(
                    Candidate::alert, Comparator.comparing(Alert::getSeverity).reversed())
            .thenComparing(candidate -> candidate.matter.newest.readAt());

    private final Target target;
    private final Limits limits;
    private final DeliveryListener listener;
    private final RetryDelay retry;
    private final Budget budget;
    private final FloodMeter opened;
    private final Ledger ledger;
    private final Judge judge;
    private final Upkeep upkeep;
    private final Offsets offsets = new Offsets();
    private final Map<String, Case> cases = new HashMap<>();
    private final Set<Integer> partitions = new HashSet<>();
    private List<LedgerEntry> entries = new ArrayList<>();
    private List<DeadLetter> deadLetters = new ArrayList<>();
    private int allPartitions = 1;
    private int inFlight;

    private record Candidate(Case matter, Notice notice) {
        Alert alert() {
            return notice.alert();
        }
    }

    public Dispatcher(Target target, Rules rules, Limits limits, RandomGenerator random, DeliveryListener listener) {
        this.target = target;
        this.limits = limits;
        this.listener = listener;
        this.retry = new RetryDelay(limits.firstRetry(), limits.longestRetry(), random);
        this.budget = new Budget(limits.callsPerMinute());
        this.opened = new FloodMeter(limits.flood(), limits.floodWindow());
        this.ledger = new Ledger(opened);
        this.judge = new Judge(target, rules, ledger, opened, limits);
        this.upkeep = new Upkeep(target, ledger, judge, rules.maintenance(), cases, partitions);
    }

    /** What was told, to be kept up to date with what other instances tell. */
    public Ledger ledger() {
        return ledger;
    }

    /**
     * Takes over partitions.
     *
     * @param all how many partitions there are: the rate budget is shared by those who read them
     */
    public void join(Set<Integer> joined, int all) {
        partitions.addAll(joined);
        allPartitions = all;
    }

    /** Gives partitions up; what was not settled is read by another instance. */
    public void leave(Set<Integer> left) {
        partitions.removeAll(left);
        cases.values().removeIf(matter -> left.contains(matter.newest.partition()));
        offsets.leave(left);
    }

    /** Takes in a state of an alert; of one alert they come in order. */
    public void accept(Incoming incoming) {
        offsets.read(incoming.partition(), incoming.offset());
        String key = incoming.alert().getDedupKey();
        Case matter = cases.get(key);
        if (matter == null) {
            matter = new Case(incoming);
            cases.put(key, matter);
        } else {
            supersede(matter, incoming);
        }
        if (!matter.inFlight && isOverUntold(incoming.alert())) {
            settle(matter, Result.NEVER_TOLD);
        }
    }

    /** Takes in a record that no alert could be read from; it has been dealt with once the next turn's commits are made. */
    public void skip(int partition, long offset) {
        offsets.read(partition, offset);
        offsets.settle(partition, offset);
    }

    /** Takes in how a call ended. */
    public void finish(Call call, CallOutcome outcome, Instant now) {
        inFlight--;
        if (outcome instanceof TryLater later) {
            later.pauseLane().ifPresent(pause -> budget.pause(call.lane(), now.plus(pause)));
        }
        for (Notice notice : call.notices()) {
            Optional.ofNullable(cases.get(notice.alert().getDedupKey()))
                    .filter(matter -> matter.inFlight)
                    .ifPresent(matter -> finish(matter, notice, call, outcome, now));
        }
    }

    /** What is to be done now. */
    public Turn turn(Instant now) {
        upkeep.doIfDue(now);
        return turn(begin(judgeAll(now), now));
    }

    /** What is to be done before partitions are given up: nothing new is begun. */
    public Turn rest() {
        return turn(List.of());
    }

    private Turn turn(List<Call> calls) {
        Turn turn = new Turn(entries, deadLetters, calls, offsets.takeCommits());
        entries = new ArrayList<>();
        deadLetters = new ArrayList<>();
        return turn;
    }

    /** How many records are read and not settled. */
    public int unsettled() {
        return offsets.unsettled();
    }

    public int inFlight() {
        return inFlight;
    }

    /** When the record was read that has waited longest. */
    public Optional<Instant> oldestUnsettled() {
        return cases.values().stream()
                .map(matter -> matter.newest)
                .filter(Incoming::hasOffset)
                .map(Incoming::readAt)
                .min(Comparator.naturalOrder());
    }

    private void supersede(Case matter, Incoming newer) {
        Incoming older = matter.newest;
        if (older.hasOffset()) {
            offsets.settle(older.partition(), older.offset());
            if (!matter.inFlight || older != matter.sent) {
                listener.counted(Result.COALESCED);
            }
        }
        matter.newest = newer;
        matter.repeat = null;
    }

    /** Decided at once, so that a first start on a long history keeps only what is open. */
    private boolean isOverUntold(Alert alert) {
        return alert.getState() == AlertState.RESOLVED
                && ledger.find(alert.getDedupKey()).isEmpty();
    }

    private List<Candidate> judgeAll(Instant now) {
        List<Candidate> candidates = new ArrayList<>();
        for (Case matter : List.copyOf(cases.values())) {
            if (matter.isReady(now)) {
                judge(matter, now).ifPresent(candidates::add);
            }
        }
        candidates.sort(MOST_URGENT);
        return candidates;
    }

    private Optional<Candidate> judge(Case matter, Instant now) {
        Alert newest = matter.newest.alert();
        if (matter.repeat != null) {
            return Optional.of(candidate(matter, matter.repeat, newest));
        }
        Decision decision = judge.decide(newest, matter.newest.readAt(), now);
        if (decision instanceof Decision.Tell tell) {
            return Optional.of(candidate(matter, tell.action(), tell.alert()));
        }
        if (decision instanceof Decision.Keep keep) {
            keep(keep.phase(), newest, matter.newest.partition(), now);
            settle(matter, keep.result());
        } else if (decision instanceof Decision.Pass pass) {
            settle(matter, pass.result());
        } else if (decision instanceof Decision.Wait wait) {
            matter.notBefore = wait.until();
        }
        return Optional.empty();
    }

    private Candidate candidate(Case matter, Action action, Alert alert) {
        Optional<Alert> before = ledger.find(alert.getDedupKey())
                .filter(entry -> entry.phase().mayBeOpenThere())
                .map(LedgerEntry::alert);
        return new Candidate(matter, new Notice(action, alert, before));
    }

    private List<Call> begin(List<Candidate> candidates, Instant now) {
        Set<String> exhausted = new HashSet<>();
        List<Call> calls = new ArrayList<>();
        for (List<Candidate> chunk :
                Chunks.of(candidates, this::laneOf, candidate -> candidate.matter.alone ? 1 : target.batch())) {
            String lane = laneOf(chunk.get(0));
            if (inFlight >= limits.inFlight()) {
                break;
            }
            if (overflows(chunk, lane, now)) {
                continue;
            }
            if (exhausted.contains(lane) || !budget.tryTake(lane, share(), now)) {
                exhausted.add(lane);
                continue;
            }
            chunk.forEach(candidate -> begin(candidate, now));
            calls.add(new Call(lane, chunk.stream().map(Candidate::notice).toList()));
            inFlight++;
        }
        return calls;
    }

    /** What was judged in one turn with others that fill the lane is judged again in the next, and folded. */
    private boolean overflows(List<Candidate> chunk, String lane, Instant now) {
        return opened.isFull(lane, now)
                && chunk.stream()
                        .map(Candidate::notice)
                        .anyMatch(notice -> notice.action() == Action.OPEN
                                && notice.before().isEmpty()
                                && !OwnPage.is(notice.alert()));
    }

    private void begin(Candidate candidate, Instant now) {
        Case matter = candidate.matter;
        matter.begin();
        if (matter.repeat == null && candidate.notice.action() != Action.UPDATE) {
            Phase intent = candidate.notice.action() == Action.OPEN ? Phase.OPENING : Phase.RESOLVING;
            keep(intent, candidate.alert(), matter.newest.partition(), now);
        }
    }

    private String laneOf(Candidate candidate) {
        return laneOf(candidate.alert());
    }

    /** The end of an episode takes the way of its beginning, whatever the configuration says now. */
    private String laneOf(Alert alert) {
        if (OwnPage.isFlood(alert)) {
            return alert.getFleet();
        }
        return ledger.find(alert.getDedupKey())
                .filter(entry -> entry.phase().mayBeOpenThere())
                .map(LedgerEntry::lane)
                .orElseGet(() -> target.laneOf(alert));
    }

    private double share() {
        return (double) Math.max(1, partitions.size()) / allPartitions;
    }

    private void finish(Case matter, Notice notice, Call call, CallOutcome outcome, Instant now) {
        matter.inFlight = false;
        if (outcome instanceof TryLater later) {
            tryLater(matter, notice, later.why(), now);
        } else if (outcome instanceof Refused refused) {
            refused(matter, notice, call, refused.why(), now);
        } else {
            delivered(matter, notice, now);
        }
    }

    private void delivered(Case matter, Notice notice, Instant now) {
        Phase phase = notice.action() == Action.RESOLVE ? Phase.RESOLVED : Phase.OPEN;
        if (matter.repeat != null) {
            upkeep.repeated(notice.alert(), now);
            cases.remove(notice.alert().getDedupKey());
            return;
        }
        keep(phase, notice.alert(), matter.newest.partition(), now);
        upkeep.repeated(notice.alert(), now);
        listener.delivered(Duration.between(notice.alert().getUpdatedAt(), now));
        done(matter, notice, Result.DELIVERED);
    }

    private void refused(Case matter, Notice notice, Call call, String why, Instant now) {
        if (call.notices().size() > 1) {
            matter.alone = true;
            return;
        }
        giveUp(matter, notice, why, Result.REFUSED, now);
    }

    private void tryLater(Case matter, Notice notice, String why, Instant now) {
        if (notice.alert().getUpdatedAt().plus(limits.maxAge()).isBefore(now)) {
            giveUp(matter, notice, "given up, last " + why, Result.EXPIRED, now);
        } else {
            listener.counted(Result.RETRIED);
            matter.retryAt(now.plus(retry.after(matter.tries + 1)));
        }
    }

    /** After a failed try nobody knows what the target heard: its end will be told, for that does no harm. */
    private void giveUp(Case matter, Notice notice, String why, Result result, Instant now) {
        Incoming sent = Objects.requireNonNull(matter.sent);
        deadLetters.add(new DeadLetter(sent, why));
        Phase opened = matter.tries == 0 ? Phase.DROPPED : Phase.OPEN;
        Phase phase =
                switch (notice.action()) {
                    case OPEN -> opened;
                    case UPDATE -> Phase.OPEN;
                    case RESOLVE -> Phase.RESOLVED;
                };
        keep(phase, notice.alert(), sent.partition(), now);
        done(matter, notice, result);
    }

    private void done(Case matter, Notice notice, Result result) {
        if (matter.isNewestSent(notice)) {
            settle(matter, result);
        } else {
            listener.counted(result);
            matter.startOver();
        }
    }

    private void keep(Phase phase, Alert alert, int partition, Instant now) {
        LedgerEntry entry = new LedgerEntry(phase, alert, laneOf(alert), partition, now);
        ledger.put(entry);
        entries.add(entry);
    }

    private void settle(Case matter, Result result) {
        Incoming newest = matter.newest;
        if (newest.hasOffset()) {
            offsets.settle(newest.partition(), newest.offset());
        }
        listener.counted(result);
        cases.remove(newest.alert().getDedupKey());
    }
}
