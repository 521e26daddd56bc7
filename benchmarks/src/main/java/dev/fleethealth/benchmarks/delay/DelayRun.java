package dev.fleethealth.benchmarks.delay;

import dev.fleethealth.benchmarks.kafka.ApplicationRun;
import dev.fleethealth.benchmarks.kafka.EventTopic;
import dev.fleethealth.benchmarks.measure.Product;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.config.Guarantee;
import dev.fleethealth.streams.topology.StateStoreKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;

/**
 * Sends events as they happen, while the program runs.
 *
 * @param eventsPerSecond in all
 * @param troubles of each kind
 * @param length over which the troubles begin, one after the other
 */
public record DelayRun(
        EventTopic topic,
        StateStoreKind store,
        Guarantee guarantee,
        int devices,
        int fleets,
        int eventsPerSecond,
        int troubles,
        Duration length) {
    private static final long PACE_NANOS = TimeUnit.MICROSECONDS.toNanos(500);
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /**
     * What came of it.
     *
     * @param eventsPerSecond how many were sent indeed
     */
    public record Outcome(double eventsPerSecond, List<Delays> delays) {}

    /** @param directory for the program's configuration and state */
    public Outcome measure(Path directory) throws Exception {
        try (ApplicationRun application = ApplicationRun.on(topic, directory);
                Product product = Product.start(application, store, guarantee, any -> any, failure -> {});
                Producer<String, ConnectionEvent> producer = EventTopic.producer(topic.bootstrapServers())) {
            await(product);
            try (AlertArrivals arrivals = new AlertArrivals(topic.bootstrapServers())) {
                LiveLoad load = new LiveLoad(devices, fleets, troubles);
                double rate = send(load, producer);
                awaitAlerts(load, arrivals);
                return new Outcome(
                        rate,
                        List.of(
                                Delays.of("takeover-loop", load.crossings(), arrivals.opened()),
                                Delays.of("reconnection-storm", load.crossings(), arrivals.opened())));
            }
        }
    }

    private static void await(Product product) throws TimeoutException {
        Instant latest = Instant.now().plus(LONGEST_START);
        while (!product.isReady()) {
            if (Instant.now().isAfter(latest)) {
                throw new TimeoutException("not RUNNING after " + LONGEST_START);
            }
            LockSupport.parkNanos(PACE_NANOS);
        }
    }

    /** @return events a second */
    private double send(LiveLoad load, Producer<String, ConnectionEvent> producer) {
        long pauseNanos = length.toNanos() / troubles;
        long start = System.nanoTime();
        long nextTrouble = Long.MAX_VALUE;
        long sent = 0;
        long now = start;
        while (load.hasMoreTroubles() || now < nextTrouble) {
            if (nextTrouble == Long.MAX_VALUE && load.isPrepared()) {
                nextTrouble = now;
            }
            if (now >= nextTrouble) {
                load.beginTrouble();
                nextTrouble += pauseNanos;
            }
            for (long due = (now - start) * eventsPerSecond / SECOND_NANOS; sent < due; sent++) {
                producer.send(EventTopic.record(load.next(Instant.now().truncatedTo(ChronoUnit.MILLIS))));
            }
            LockSupport.parkNanos(PACE_NANOS);
            now = System.nanoTime();
        }
        producer.flush();
        return (double) sent * SECOND_NANOS / (now - start);
    }

    /** The last ones are on their way. */
    private static void awaitAlerts(LiveLoad load, AlertArrivals arrivals) {
        Instant latest = Instant.now().plus(LONGEST_WAIT);
        while (!arrivals.opened().keySet().containsAll(load.crossings().keySet())
                && Instant.now().isBefore(latest)) {
            LockSupport.parkNanos(PACE_NANOS);
        }
    }
}
