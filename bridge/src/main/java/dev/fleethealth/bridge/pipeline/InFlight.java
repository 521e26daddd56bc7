package dev.fleethealth.bridge.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The messages that were received and are not yet acknowledged: a bounded number, in the order of their receipt. */
public final class InFlight {
    private final int capacity;
    private final Semaphore room;
    private final AtomicLong numbers = new AtomicLong();
    private final ConcurrentSkipListMap<Long, Instant> messages = new ConcurrentSkipListMap<>();

    /** @param capacity how many messages may be in flight; the next one waits */
    public InFlight(int capacity) {
        this.capacity = capacity;
        this.room = new Semaphore(capacity, true);
    }

    /** Waits for room, which is what holds the broker back when Kafka is slow. */
    Place enter(Instant receivedAt) throws InterruptedException {
        room.acquire();
        long number = numbers.incrementAndGet();
        messages.put(number, receivedAt);
        return () -> {
            messages.remove(number);
            room.release();
        };
    }

    /** Whether the next message would get a place at once. */
    boolean hasRoom() {
        return room.availablePermits() > 0;
    }

    public int count() {
        return capacity - room.availablePermits();
    }

    /** When the message that has waited longest was received. */
    public Optional<Instant> oldest() {
        return Optional.ofNullable(messages.firstEntry()).map(Map.Entry::getValue);
    }

    /** Waits until nothing is in flight, and then lets nothing in; false when that took too long. */
    public boolean drain(Duration longest) throws InterruptedException {
        return room.tryAcquire(capacity, longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The place of one message. */
    @FunctionalInterface
    interface Place {
        void leave();
    }
}
