package dev.fleethealth.streams.scenario;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.alert.AdviceBook;
import dev.fleethealth.streams.alert.AlertComposer;
import dev.fleethealth.streams.alert.AlertDesk;
import dev.fleethealth.streams.alert.AlertLifecycle;
import dev.fleethealth.streams.alert.OpenAlert;
import dev.fleethealth.streams.alert.OpenAlerts;
import dev.fleethealth.streams.alert.Subject;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.device.Device;
import dev.fleethealth.streams.device.DeviceHistory;
import dev.fleethealth.streams.device.DeviceKey;
import dev.fleethealth.streams.fleet.Baseline;
import dev.fleethealth.streams.fleet.FleetAlerts;
import dev.fleethealth.streams.fleet.FleetBook;
import dev.fleethealth.streams.fleet.FleetCounts;
import dev.fleethealth.streams.fleet.PartitionSums;
import dev.fleethealth.streams.policy.DetectionPolicy;
import dev.fleethealth.streams.session.DeviceEvent;
import dev.fleethealth.streams.session.EventTime;
import dev.fleethealth.streams.session.SessionTracker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The two stages without Kafka, over any number of partitions: Kafka's own test driver has but one. The
 * partitions tell their counts in turn.
 */
final class Partitions {
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Duration FLUSH = Duration.ofMillis(200);

    private final OpenInMemory open = new OpenInMemory();
    private final DeviceHistory history;
    private final FleetBook book;
    private final FleetAlerts alerts;
    private final List<Partition> partitions;
    private final List<Alert> emitted = new ArrayList<>();
    private Instant newest = Instant.MIN;
    private Instant flushedAt = Instant.EPOCH;

    private Partitions(int count, List<Detector> detectors) {
        DetectionPolicy policy = DetectionPolicy.everywhere(detectors);
        AlertLifecycle lifecycle = new AlertLifecycle(Duration.ofSeconds(60), Duration.ofSeconds(60));
        history = new DeviceHistory(detectors, new SessionTracker(Map.of()), GRACE);
        book = new FleetBook(policy.of("fleet"), GRACE);
        alerts = new FleetAlerts(new AlertDesk(lifecycle, new AlertComposer(AdviceBook.load()), open));
        partitions = IntStream.range(0, count)
                .mapToObj(number -> new Partition(number, new PartitionSums(policy, GRACE)))
                .toList();
    }

    /** The fleets' alerts. */
    static List<Alert> run(int count, List<Detector> detectors, List<ConnectionEvent> arriving) {
        Partitions all = new Partitions(count, detectors);
        arriving.forEach(all::receive);
        all.partitions.forEach(all::flush);
        Instant end = all.newest.plus(Duration.ofMinutes(30));
        for (Instant at = all.newest; at.isBefore(end); at = at.plusSeconds(1)) {
            all.tick(at);
        }
        return all.emitted;
    }

    private void receive(ConnectionEvent event) {
        Partition partition = partitions.get(Math.floorMod(DeviceKey.of(event).hashCode(), partitions.size()));
        if (event.getOccurredAt().isAfter(newest)) {
            for (Instant at = newest.equals(Instant.MIN) ? event.getOccurredAt() : newest.plusSeconds(1);
                    !at.isAfter(event.getOccurredAt()) && open.isAny();
                    at = at.plusSeconds(1)) {
                tick(at);
            }
            newest = event.getOccurredAt();
        }
        partition.receive(event, history);
        if (Duration.between(flushedAt, event.getReceivedAt()).compareTo(FLUSH) >= 0) {
            partitions.forEach(this::flush);
            flushedAt = event.getReceivedAt();
        }
    }

    private void flush(Partition partition) {
        partition.sums.takeChanges(partition.number, partition.newest, partition.newest, this::count);
    }

    private void count(String fleet, FleetCounts counts) {
        book.update(counts);
        counts.series().values().forEach(changed -> alerts.onChange(
                        fleet, changed, book, any -> Baseline.UNKNOWN, newest)
                .ifPresent(emitted::add));
    }

    private void tick(Instant at) {
        open.all().forEach(each -> alerts.onTick(each, book, any -> Baseline.UNKNOWN, at)
                .ifPresent(emitted::add));
    }

    private static final class Partition {
        private final int number;
        private final PartitionSums sums;
        private final Map<DeviceKey, Device> devices = new HashMap<>();
        private Instant newest = Instant.EPOCH;

        Partition(int number, PartitionSums sums) {
            this.number = number;
            this.sums = sums;
        }

        void receive(ConnectionEvent event, DeviceHistory history) {
            newest = event.getOccurredAt().isAfter(newest) ? event.getOccurredAt() : newest;
            DeviceKey key = DeviceKey.of(event);
            Device device = devices.getOrDefault(key, Device.NEVER_SEEN);
            DeviceHistory.Change change =
                    history.apply(device, DeviceEvent.of(event, EventTime.of(event, event.getReceivedAt())), newest);
            sums.replace(key, change.before(), change.after().view(), newest);
            devices.put(key, change.after());
        }
    }

    private static final class OpenInMemory implements OpenAlerts {
        private final Map<Subject, OpenAlert> open = new HashMap<>();

        @Override
        public Optional<OpenAlert> find(Subject subject) {
            return Optional.ofNullable(open.get(subject));
        }

        @Override
        public void put(OpenAlert alert) {
            open.put(alert.subject(), alert);
        }

        @Override
        public void remove(Subject subject) {
            open.remove(subject);
        }

        @Override
        public Set<Subject> subjects() {
            return open.keySet();
        }

        @Override
        public boolean isAny() {
            return !open.isEmpty();
        }

        @Override
        public List<OpenAlert> all() {
            return List.copyOf(open.values());
        }
    }
}
