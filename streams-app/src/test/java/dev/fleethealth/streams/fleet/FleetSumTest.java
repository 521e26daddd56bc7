package dev.fleethealth.streams.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.detector.Detector;
import dev.fleethealth.streams.detector.Facts;
import dev.fleethealth.streams.detector.Finding;
import dev.fleethealth.streams.detector.Level;
import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.detector.ProbableCause;
import dev.fleethealth.streams.detector.Reading;
import dev.fleethealth.streams.detector.Verdict;
import dev.fleethealth.streams.device.Device;
import dev.fleethealth.streams.device.DeviceHistory;
import dev.fleethealth.streams.device.DeviceKey;
import dev.fleethealth.streams.device.DeviceView;
import dev.fleethealth.streams.policy.DetectionPolicy;
import dev.fleethealth.streams.policy.FleetPolicy;
import dev.fleethealth.streams.session.DeviceEvent;
import dev.fleethealth.streams.session.Events;
import dev.fleethealth.streams.session.Happening;
import dev.fleethealth.streams.session.SessionTracker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sums of partitions against a count by hand over all events. */
class FleetSumTest {
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final Steps STEPS = Steps.of(WINDOW);
    private static final SeriesKey KEY = new SeriesKey("lost", "");

    private final Detector lost = new LostDetector();
    private final DeviceHistory history = new DeviceHistory(List.of(lost), new SessionTracker(Map.of()), GRACE);
    private final FleetPolicy policy = DetectionPolicy.everywhere(List.of(lost)).of("fleet");
    private final SeriesGrid grid = new SeriesGrid(policy, GRACE);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldCountDistinctDevicesExactlyWhenEventsComeShuffledWithinGraceOverPartitions(long seed) {
        // Given
        Random random = new Random(seed);
        List<Lost> truth = losses(random);
        FleetBook book = new FleetBook(policy, GRACE);
        List<Partition> partitions = List.of(new Partition(0), new Partition(1), new Partition(2));

        // When
        for (Lost loss : shuffledWithinGrace(truth, random)) {
            Partition partition = partitions.get(loss.device() % partitions.size());
            partition.receive(loss);
            if (random.nextInt(10) == 0) {
                partition.flush(book);
            }
        }
        partitions.forEach(partition -> partition.flush(book));

        // Then
        long newest = STEPS.indexOf(truth.get(truth.size() - 1).at());
        for (long step = newest - 60; step <= newest; step++) {
            FleetReading reading = new FleetReading(
                    "fleet",
                    KEY,
                    grid.countingOf(KEY),
                    book,
                    step,
                    STEPS.endOf(step),
                    step - 60,
                    Baseline.UNKNOWN,
                    () -> 0,
                    Set::of,
                    Optional.empty());
            assertThat(reading.devices()).as("step %s", step).isEqualTo(distinct(truth, step));
            assertThat(reading.occurrences()).as("occurrences at step %s", step).isEqualTo(occurrences(truth, step));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void shouldCountTheSameWhenAPartitionIsRebuiltFromItsDevices(long seed) {
        // Given
        Random random = new Random(seed);
        List<Lost> truth = losses(random);
        Partition partition = new Partition(0);
        shuffledWithinGrace(truth, random).forEach(partition::receive);

        // When
        FleetBook before = new FleetBook(policy, GRACE);
        partition.flush(before);
        FleetBook after = new FleetBook(policy, GRACE);
        partition.rebuilt().flush(after);

        // Then: all windows that can still change are the same
        long newest = STEPS.indexOf(truth.get(truth.size() - 1).at());
        for (long step = newest - STEPS.in(GRACE); step <= newest; step++) {
            assertThat(devices(after, step)).as("step %s", step).isEqualTo(devices(before, step));
        }
        assertThat(after.known()).isEqualTo(before.known());
        assertThat(after.online()).isEqualTo(before.online());
    }

    private static long devices(FleetBook book, long step) {
        return book.devicesAt(KEY, step);
    }

    private static DeviceKey keyOf(int device) {
        return new DeviceKey("fleet", "d" + device, "");
    }

    private record Lost(int device, Instant at, int number) {}

    /** Ten minutes in which 40 devices are lost now and then, some again and again. */
    private static List<Lost> losses(Random random) {
        List<Lost> losses = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            losses.add(
                    new Lost((int) Math.abs(random.nextGaussian() * 13) % 40, Events.at(random.nextInt(600_000)), i));
        }
        losses.sort(Comparator.comparing(Lost::at));
        return losses;
    }

    /** Each event arrives up to 30 s later than others that happened after it. */
    private static List<Lost> shuffledWithinGrace(List<Lost> losses, Random random) {
        Map<Lost, Instant> arrival = new HashMap<>();
        losses.forEach(loss -> arrival.put(loss, loss.at().plusMillis(random.nextInt((int) GRACE.toMillis()))));
        List<Lost> arrived = new ArrayList<>(losses);
        arrived.sort(Comparator.comparing(arrival::get));
        return Collections.unmodifiableList(arrived);
    }

    private static long distinct(List<Lost> losses, long step) {
        return losses.stream()
                .filter(loss -> isInside(loss, step))
                .map(Lost::device)
                .distinct()
                .count();
    }

    private static long occurrences(List<Lost> losses, long step) {
        return losses.stream().filter(loss -> isInside(loss, step)).count();
    }

    private static boolean isInside(Lost loss, long step) {
        long at = STEPS.indexOf(loss.at());
        return at <= step && at > step - Steps.SPAN;
    }

    /** A partition as the device stage runs it. */
    private final class Partition {
        private final int number;
        private final FleetSum sum = new FleetSum(List.of(lost), grid);
        private final Map<Integer, Device> devices = new HashMap<>();
        private Instant newest = Instant.MIN;

        Partition(int number) {
            this.number = number;
        }

        void receive(Lost loss) {
            newest = loss.at().isAfter(newest) ? loss.at() : newest;
            Device device = devices.getOrDefault(loss.device(), Device.NEVER_SEEN);
            DeviceEvent event = Events.disconnected(
                    Duration.between(Events.START, loss.at()).toMillis(), "c" + loss.number(), Category.NETWORK_LOST);
            DeviceHistory.Change change = history.apply(device, event, newest);
            sum.replace(keyOf(loss.device()), change.before(), change.after().view(), newest);
            devices.put(loss.device(), change.after());
        }

        void flush(FleetBook book) {
            book.update(sum.take(number, newest, newest));
        }

        Partition rebuilt() {
            Partition rebuilt = new Partition(number);
            rebuilt.newest = newest;
            devices.forEach((number, device) -> rebuilt.sum.replace(
                    keyOf(number),
                    DeviceView.NEVER_SEEN,
                    history.deviceOf(device.state()).view(),
                    newest));
            return rebuilt;
        }
    }

    private record LostDetector() implements Detector {

        @Override
        public String id() {
            return KEY.detector();
        }

        @Override
        public Scope scope() {
            return Scope.FLEET;
        }

        @Override
        public Duration window() {
            return WINDOW;
        }

        @Override
        public Duration clearsAfter() {
            return Duration.ZERO;
        }

        @Override
        public Optional<Occurrence> occurrence(Happening happening) {
            return happening instanceof Happening.Ended
                    ? Optional.of(new Occurrence(happening.at(), Facts.whereOf(happening.event())))
                    : Optional.empty();
        }

        @Override
        public Verdict judge(Reading reading) {
            return Verdict.of(Level.HOLDING, Severity.INFO, reading.devices(), 0);
        }

        @Override
        public ProbableCause cause(Reading reading) {
            return ProbableCause.UNKNOWN;
        }

        @Override
        public Finding explain(Reading reading) {
            return new Finding("", Map.of());
        }
    }
}
