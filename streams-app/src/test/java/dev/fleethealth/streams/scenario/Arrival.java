package dev.fleethealth.streams.scenario;

import dev.fleethealth.schemas.ConnectionEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** In which order, and how often, the events of a script arrive. */
enum Arrival {
    /** In order. */
    AS_SENT,
    /** Each up to 29 s late, so within grace. */
    SHUFFLED,
    /** Each twice, the second time up to 9 minutes later. */
    DUPLICATED;

    private static final long MOST_LATE_MILLIS = 29_000;
    private static final Duration REPEATED_WITHIN = Duration.ofMinutes(9);

    /** @param seed of what is random in it */
    List<ConnectionEvent> of(List<ConnectionEvent> events, long seed) {
        Random random = new Random(seed);
        List<ConnectionEvent> arrived = new ArrayList<>();
        for (ConnectionEvent event : events) {
            arrived.add(this == SHUFFLED ? late(event, random.nextInt((int) MOST_LATE_MILLIS)) : event);
            if (this == DUPLICATED) {
                arrived.add(late(event, random.nextInt((int) REPEATED_WITHIN.toMillis())));
            }
        }
        arrived.sort(Comparator.comparing(ConnectionEvent::getReceivedAt));
        return arrived;
    }

    private static ConnectionEvent late(ConnectionEvent event, long millis) {
        return ConnectionEvent.newBuilder(event)
                .setReceivedAt(event.getReceivedAt().plusMillis(millis))
                .build();
    }
}
