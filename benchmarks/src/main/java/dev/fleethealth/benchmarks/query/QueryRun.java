package dev.fleethealth.benchmarks.query;

import dev.fleethealth.benchmarks.kafka.ApplicationRun;
import dev.fleethealth.benchmarks.kafka.EventTopic;
import dev.fleethealth.benchmarks.workload.Devices;
import dev.fleethealth.benchmarks.workload.EndReason;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.query.Answer;
import dev.fleethealth.streams.query.DeviceName;
import dev.fleethealth.streams.query.FleetQueries;
import dev.fleethealth.streams.query.TimeSpan;
import dev.fleethealth.streams.query.Timeline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;

/**
 * Asks for timelines of devices at random while their events come.
 *
 * @param before events that are there when it begins
 * @param eventsPerSecond while it is asked
 * @param asksPerSecond at most; the next question waits for the answer
 */
public record QueryRun(
        EventTopic topic,
        int devices,
        int fleets,
        int before,
        int eventsPerSecond,
        int asksPerSecond,
        Duration length) {
    private static final long SEED = 4_117;
    private static final long PACE_NANOS = TimeUnit.MICROSECONDS.toNanos(500);
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration PAST = Duration.ofDays(1);

    /**
     * What came of it.
     *
     * @param eventsPerSecond how many were sent indeed
     * @param events in the mean timeline
     * @param micros each answer took, sorted
     * @param behind records that were not taken in yet at the end
     */
    public record Outcome(double eventsPerSecond, double events, List<Long> micros, long behind) {
        /** @param share of the answers that were as fast or faster, 0 to 1 */
        public double millis(double share) {
            int index = (int) Math.ceil(share * micros.size()) - 1;
            return micros.get(Math.max(0, index)) / 1000.0;
        }
    }

    /** @param directory for the program's configuration and state */
    public Outcome measure(Path directory) throws Exception {
        Devices load = new Devices("fleet", devices, fleets);
        Random random = new Random(SEED);
        try (ApplicationRun application = ApplicationRun.on(topic, directory);
                QueryProduct product = QueryProduct.start(application);
                Producer<String, ConnectionEvent> producer = EventTopic.producer(topic.bootstrapServers())) {
            for (int i = 0; i < before; i++) {
                producer.send(EventTopic.record(next(load, random, i)));
            }
            producer.flush();
            await(product);
            return measure(product.queries(), load, random, producer);
        }
    }

    private Outcome measure(
            FleetQueries queries, Devices load, Random random, Producer<String, ConnectionEvent> producer)
            throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        List<Long> micros = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        Thread asking = new Thread(() -> ask(queries, over, micros, sizes), "asking");
        asking.start();
        double rate = send(load, random, producer);
        over.set(true);
        asking.join();
        Collections.sort(micros);
        return new Outcome(
                rate, sizes.stream().mapToInt(Integer::intValue).average().orElse(0), micros, behind(queries));
    }

    private void ask(FleetQueries queries, AtomicBoolean over, List<Long> micros, List<Integer> sizes) {
        Random random = new Random(SEED);
        long pace = SECOND_NANOS / asksPerSecond;
        long next = System.nanoTime();
        while (!over.get()) {
            long start = System.nanoTime();
            sizes.add(timeline(queries, random.nextInt(devices)).events().size());
            micros.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
            next += pace;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private Timeline timeline(FleetQueries queries, int device) {
        Instant now = Instant.now();
        DeviceName name = nameOf(device);
        Answer<Timeline> answer = queries.timeline(name, new TimeSpan(now.minus(PAST), now.plusSeconds(1)));
        if (answer instanceof Answer.Known<Timeline> known) {
            return known.value();
        }
        throw new IllegalStateException("no timeline of " + name + ": " + answer);
    }

    private double send(Devices load, Random random, Producer<String, ConnectionEvent> producer) {
        long start = System.nanoTime();
        long sent = 0;
        long now = start;
        while (now - start < length.toNanos()) {
            for (long due = (now - start) * eventsPerSecond / SECOND_NANOS; sent < due; sent++) {
                producer.send(EventTopic.record(next(load, random, before + sent)));
            }
            LockSupport.parkNanos(PACE_NANOS);
            now = System.nanoTime();
        }
        producer.flush();
        return (double) sent * SECOND_NANOS / (now - start);
    }

    /** Each device once, then any of them. */
    private static ConnectionEvent next(Devices load, Random random, long number) {
        int device = number < load.count() ? (int) number : random.nextInt(load.count());
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return load.isOnline(device)
                ? load.disconnect(device, number, at, EndReason.LOST)
                : load.connect(device, number, at);
    }

    /** Until it knows every device, and has taken in most of what there was. */
    private void await(QueryProduct product) throws TimeoutException {
        Instant latest = Instant.now().plus(LONGEST_START);
        while (!product.isReady() || !knowsAll(product.queries()) || behind(product.queries()) > eventsPerSecond) {
            if (Instant.now().isAfter(latest)) {
                throw new TimeoutException("not ready after " + LONGEST_START);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private boolean knowsAll(FleetQueries queries) {
        return IntStream.range(0, devices)
                .allMatch(device -> queries.device(nameOf(device)) instanceof Answer.Known<?>);
    }

    private long behind(FleetQueries queries) {
        return queries.device(nameOf(devices - 1)) instanceof Answer.Known<?> known
                ? known.freshness().behind()
                : Long.MAX_VALUE;
    }

    private DeviceName nameOf(int device) {
        return new DeviceName(Devices.clientIdOf(device), Optional.of(new Devices("fleet", 0, fleets).fleetOf(device)));
    }
}
