package dev.fleethealth.streams.chaos;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.time.Instant;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The ordinary life of a large fleet at a constant rate: all devices connect in turn, then all disconnect in turn, and so on.
 *
 * @param rate events per second
 */
record Soak(int devices, int fleets, int rate) {

    /** So many events, from that time on. */
    Stream<ConnectionEvent> events(long count, Instant start) {
        return LongStream.range(0, count).mapToObj(number -> event(number, start.plusMillis(number * 1_000 / rate)));
    }

    private ConnectionEvent event(long number, Instant at) {
        long device = number % devices;
        long turn = number / devices;
        boolean connects = turn % 2 == 0;
        return ConnectionEvent.newBuilder()
                .setEventId("soak-" + number)
                .setType(connects ? EventType.CONNECTED : EventType.DISCONNECTED)
                .setCategory(connects ? null : Category.NORMAL)
                .setSource("emqx")
                .setFleet("fleet-" + device % fleets)
                .setClientId("device-%012d".formatted(device))
                .setConnectionId("connection-" + device + "-" + turn / 2)
                .setPeerAddress("10.1.2." + device % 250)
                .setNode("node-" + device % 5)
                .setOccurredAt(at)
                .setReceivedAt(at)
                .build();
    }
}
