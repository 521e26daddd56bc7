package dev.fleethealth.bridge.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The messages that were received and are not yet acknowledged: a bounded number. */
public final class InFlight {
    private final int capacity;
    private final Semaphore room;
    private final Set<Place> places = ConcurrentHashMap.newKeySet();

    /** @param capacity how many messages may be in flight; the next one waits */
    public InFlight(int capacity) {
        this.capacity = capacity;
        this.room = new Semaphore(capacity, true);
    }

    /** Waits for room, which is what holds the broker back when Kafka is slow. */
    Place enter(Instant receivedAt) throws InterruptedException {
        room.acquire();
        Place place = new Place(receivedAt);
        places.add(place);
        return place;
    }

    /** Whether the next message would get a place at once. */
    boolean hasRoom() {
        return room.availablePermits() > 0;
    }

    public int count() {
        return capacity - room.availablePermits();
    }

    /** When the message that has waited longest was received; looks at all of them. */
    public Optional<Instant> oldest() {
        return places.stream().map(place -> place.receivedAt).min(Comparator.naturalOrder());
    }

    /** Waits until nothing is in flight, and then lets nothing in; false when that took too long. */
    public boolean drain(Duration longest) throws InterruptedException {
        return room.tryAcquire(capacity, longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The place of one message. */
    final class Place {
        private final Instant receivedAt;

        private Place(Instant receivedAt) {
            this.receivedAt = receivedAt;
        }

        /** Called once. */
        void leave() {
            places.remove(this);
            room.release();
        }
    }
}
