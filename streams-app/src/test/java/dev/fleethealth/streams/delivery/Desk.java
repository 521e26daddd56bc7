package dev.fleethealth.streams.delivery;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.policy.MaintenanceWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A dispatcher, its target and its Kafka, all in memory, with time that goes on when the test says so. */
final class Desk {
    static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    static final CallOutcome OK = new CallOutcome.Delivered();
    static final CallOutcome UNAVAILABLE = new CallOutcome.TryLater("HTTP 503", Optional.empty());
    static final CallOutcome BAD = new CallOutcome.Refused("HTTP 400");

    static final Limits LIMITS = new Limits(
            1_000,
            100,
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            0,
            Duration.ofSeconds(60),
            Duration.ofHours(24),
            Duration.ofSeconds(10),
            Duration.ofMinutes(5));

    final List<String> told = new ArrayList<>();
    final List<DeadLetter> deadLetters = new ArrayList<>();
    final Map<String, LedgerEntry> ledgerTopic = new HashMap<>();
    final Map<Integer, Long> committed = new HashMap<>();
    final Map<Result, Integer> results = new HashMap<>();
    final Silences silences = new Silences(List.of());
    final List<MaintenanceWindow> maintenance = new ArrayList<>();
    private final Target target;
    private final Limits limits;
    private final List<Route> routes;
    private Dispatcher dispatcher;
    private long offset;
    private Instant now = START;
    private CallOutcome answer = OK;

    Desk(Target target, Limits limits, Route... routes) {
        this.target = target;
        this.limits = limits;
        this.routes = List.of(routes);
        this.dispatcher = newDispatcher();
    }

    static Desk standard() {
        return new Desk(new SampleTarget(), LIMITS);
    }

    Instant now() {
        return now;
    }

    Desk answers(CallOutcome outcome) {
        answer = outcome;
        return this;
    }

    /** A record on partition 0. */
    Desk reads(Alert alert) {
        dispatcher.accept(new Incoming(alert, Optional.of(new byte[] {1}), 0, offset++, now));
        return this;
    }

    /** Time goes on, in steps of a tenth of a second; every call is answered at once. */
    Desk after(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plusMillis(100);
            turn().forEach(call -> dispatcher.finish(call, answer, now));
        }
        return this;
    }

    /** One turn whose calls are under way when it returns. */
    List<Call> turn() {
        Turn turn = dispatcher.turn(now);
        write(turn);
        return turn.calls();
    }

    Desk ends(Call call, CallOutcome outcome) {
        dispatcher.finish(call, outcome, now);
        return this;
    }

    /** The process dies, and another one goes on with what Kafka has. */
    Desk crashes() {
        dispatcher = newDispatcher();
        ledgerTopic.values().forEach(dispatcher.ledger()::put);
        return this;
    }

    long committed() {
        return committed.getOrDefault(0, 0L);
    }

    long read() {
        return offset;
    }

    int count(Result result) {
        return results.getOrDefault(result, 0);
    }

    private void write(Turn turn) {
        turn.entries().forEach(entry -> ledgerTopic.put(entry.dedupKey(), entry));
        deadLetters.addAll(turn.deadLetters());
        committed.putAll(turn.commits());
        turn.calls().stream()
                .flatMap(call -> call.notices().stream())
                .forEach(notice ->
                        told.add(notice.action() + " " + notice.alert().getFleet()));
    }

    private Dispatcher newDispatcher() {
        Dispatcher created =
                new Dispatcher(target, new Rules(routes, silences, maintenance), limits, new Random(7), listener());
        created.join(Set.of(0), 1);
        return created;
    }

    private DeliveryListener listener() {
        return new DeliveryListener() {
            @Override
            public void counted(Result result) {
                results.merge(result, 1, Integer::sum);
            }

            @Override
            public void delivered(Duration delay) {
                // The results count it.
            }
        };
    }
}
