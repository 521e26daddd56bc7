package dev.fleethealth.hivemq;

import com.codahale.metrics.Counter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events to the broker without waiting for it. When the broker does not keep up, events beyond a bound are dropped
 * and counted: an observer must not become the trouble that it observes.
 */
final class EventPublisher implements EventSink {
    static final String TOPIC_PREFIX = "$events/hivemq/";

    private static final Logger LOGGER = LoggerFactory.getLogger(EventPublisher.class);

    private final BiFunction<String, byte[], CompletableFuture<Void>> broker;
    private final int maxInFlight;
    private final Counter published;
    private final Counter dropped;
    private final Semaphore room;
    private final AtomicBoolean dropping = new AtomicBoolean();

    /**
     * @param broker publishes a payload to a topic
     * @param maxInFlight how many events may wait for the broker
     */
    EventPublisher(
            BiFunction<String, byte[], CompletableFuture<Void>> broker,
            int maxInFlight,
            Counter published,
            Counter dropped) {
        this.broker = broker;
        this.maxInFlight = maxInFlight;
        this.room = new Semaphore(maxInFlight);
        this.published = published;
        this.dropped = dropped;
    }

    @Override
    public void accept(String name, byte[] payload) {
        if (!room.tryAcquire()) {
            refused(new IllegalStateException("too many events wait for the broker"));
            return;
        }
        try {
            broker.apply(TOPIC_PREFIX + name, payload).whenComplete((nothing, failure) -> finish(failure));
        } catch (RuntimeException e) {
            finish(e); // the broker is not there to be disturbed
        }
    }

    /** Waits until the broker has taken all events, but not longer than given. */
    void drain(Duration patience) throws InterruptedException {
        if (room.tryAcquire(maxInFlight, patience.toMillis(), TimeUnit.MILLISECONDS)) {
            room.release(maxInFlight);
        }
    }

    private void finish(@Nullable Throwable failure) {
        room.release();
        if (failure == null) {
            published.inc();
            resumed();
        } else {
            refused(failure);
        }
    }

    private void resumed() {
        if (dropping.compareAndSet(true, false)) {
            LOGGER.atInfo().addKeyValue("dropped", dropped.getCount()).log("Fleet Health events are published again");
        }
    }

    private void refused(Throwable failure) {
        dropped.inc();
        if (dropping.compareAndSet(false, true)) {
            LOGGER.atWarn().setCause(failure).log("Fleet Health events are dropped: the broker does not take them");
        }
    }
}
