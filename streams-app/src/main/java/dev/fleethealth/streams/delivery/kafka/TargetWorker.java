package dev.fleethealth.streams.delivery.kafka;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.registry.FaultKind;
import dev.fleethealth.streams.delivery.Call;
import dev.fleethealth.streams.delivery.CallOutcome;
import dev.fleethealth.streams.delivery.Dispatcher;
import dev.fleethealth.streams.delivery.Incoming;
import dev.fleethealth.streams.delivery.Turn;
import dev.fleethealth.streams.delivery.http.HttpSender;
import dev.fleethealth.streams.delivery.http.HttpTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries alerts from Kafka to one target, until it is told to stop. One thread does it all but for the HTTP exchanges themselves.
 *
 * <p>When partitions come, the ledger is read to its end, and the alerts, too, before anything is told: so what was over
 * already is never opened. When partitions go, calls under way are waited for.
 */
public final class TargetWorker implements AutoCloseable, ConsumerRebalanceListener {
    /** Above it, no more is read for a while: memory is bounded. */
    static final int MOST_UNSETTLED = 20_000;

    private static final Logger LOGGER = LoggerFactory.getLogger(TargetWorker.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration BETWEEN_COMMITS = Duration.ofMillis(500);
    private static final Duration COMMIT_LIMIT = Duration.ofSeconds(5);

    private final WorkerSettings settings;
    private final HttpTarget target;
    private final Dispatcher dispatcher;
    private final HttpSender sender;
    private final InstantSource clock;
    private final Consumer<Backlog> status;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Journal journal;
    private final TopicFollower ledger;
    private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();
    private final Map<TopicPartition, Long> gatherTo = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> commits = new HashMap<>();
    private final Duration longestCall;
    private Instant committedAt = Instant.EPOCH;
    private Instant polledAt = Instant.EPOCH;

    private record Ended(Call call, CallOutcome outcome) {}

    /**
     * Connects to Kafka.
     *
     * @param longestCall within which every call of the sender ends
     * @param status is told now and then what is still to be told
     */
    public TargetWorker(
            WorkerSettings settings,
            HttpTarget target,
            Dispatcher dispatcher,
            HttpSender sender,
            Duration longestCall,
            InstantSource clock,
            Consumer<Backlog> status) {
        this.settings = settings;
        this.target = target;
        this.dispatcher = dispatcher;
        this.sender = sender;
        this.longestCall = longestCall;
        this.clock = clock;
        this.status = status;
        LedgerRecords entries = settings.ledgerOf(target.name());
        this.ledger = new TopicFollower(settings.clients(), settings.ledgerTopic(), record -> entries.read(record)
                .ifPresent(dispatcher.ledger()::put));
        this.journal = new Journal(settings.clients(), entries, settings.deadLettersOf(target.name()));
        this.consumer = new KafkaConsumer<>(
                ClientSettings.alerts(settings.clients(), settings.group() + "-" + target.name(), settings.session()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * Works until it is told to stop.
     *
     * @throws RuntimeException of Kafka's client, when it can't go on with these connections; nothing is lost, a new worker goes on
     */
    public void run(BooleanSupplier stop) {
        consumer.subscribe(List.of(settings.alertsTopic()), this);
        while (!stop.getAsBoolean()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                read(record);
            }
            polledAt = clock.instant();
            ledger.follow(Duration.ZERO);
            takeOutcomes();
            boolean caughtUp = hasGathered();
            if (caughtUp) {
                begin(dispatcher.turn(clock.instant()));
                commitIfDue();
                holdBackIfFull();
            }
            status.accept(new Backlog(dispatcher.unsettled(), dispatcher.oldestUnsettled(), lag(), caughtUp));
        }
        settleAll();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> joined) {
        int all = consumer.partitionsFor(settings.alertsTopic()).size();
        gatherTo.putAll(consumer.endOffsets(joined));
        ledger.catchUp();
        dispatcher.join(numbers(joined), all);
        LOGGER.atInfo()
                .addKeyValue("target", target.name())
                .addKeyValue("partitions", numbers(joined))
                .log("Delivers alerts of partitions");
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> left) {
        settleAll();
        leave(left);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> left) {
        leave(left);
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(COMMIT_LIMIT));
        ledger.close();
        journal.close();
    }

    private void leave(Collection<TopicPartition> left) {
        dispatcher.leave(numbers(left));
        gatherTo.keySet().removeAll(left);
        commits.keySet().removeAll(left);
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            dispatcher.skip(record.partition(), record.offset());
            return;
        }
        try {
            Alert alert = settings.deserializer().deserialize(record.topic(), record.value());
            dispatcher.accept(new Incoming(
                    alert, Optional.of(record.value()), record.partition(), record.offset(), clock.instant()));
        } catch (RuntimeException e) {
            if (FaultKind.ofReading(e) == FaultKind.INFRASTRUCTURE) {
                throw e;
            }
            String why = String.valueOf(e.getMessage());
            journal.write(List.of(settings.deadLettersOf(target.name()).of(record, why)));
            dispatcher.skip(record.partition(), record.offset());
        }
    }

    private void takeOutcomes() {
        for (Ended each = ended.poll(); each != null; each = ended.poll()) {
            dispatcher.finish(each.call, each.outcome, clock.instant());
        }
    }

    private boolean hasGathered() {
        gatherTo.entrySet().removeIf(partition -> consumer.position(partition.getKey()) >= partition.getValue());
        return gatherTo.isEmpty();
    }

    private void begin(Turn turn) {
        journal.write(turn);
        turn.commits()
                .forEach((partition, offset) -> commits.put(
                        new TopicPartition(settings.alertsTopic(), partition), new OffsetAndMetadata(offset)));
        for (Call call : turn.calls()) {
            if (clock.instant().isAfter(polledAt.plus(settings.lease()))) {
                ended.add(new Ended(
                        call, new CallOutcome.TryLater("this instance was stopped for a while", Optional.empty())));
            } else {
                sender.send(target.render(call, clock.instant()), outcome -> ended.add(new Ended(call, outcome)));
            }
        }
    }

    /** Waits for the calls under way, then writes and commits what came of them. */
    private void settleAll() {
        Instant deadline = clock.instant().plus(longestCall).plus(COMMIT_LIMIT);
        takeOutcomes();
        while (dispatcher.inFlight() > 0 && clock.instant().isBefore(deadline)) {
            ledger.follow(POLL);
            takeOutcomes();
        }
        begin(dispatcher.rest());
        commit();
    }

    private void commitIfDue() {
        if (!commits.isEmpty() && clock.instant().isAfter(committedAt.plus(BETWEEN_COMMITS))) {
            commit();
        }
    }

    private void commit() {
        committedAt = clock.instant();
        if (commits.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(commits, COMMIT_LIMIT);
            commits.clear();
        } catch (RebalanceInProgressException e) {
            LOGGER.atDebug().addKeyValue("target", target.name()).log("Commits after the rebalance");
        }
    }

    private void holdBackIfFull() {
        if (dispatcher.unsettled() > MOST_UNSETTLED) {
            consumer.pause(consumer.assignment());
        } else if (!consumer.paused().isEmpty()) {
            consumer.resume(consumer.paused());
        }
    }

    private long lag() {
        return consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
    }
}
