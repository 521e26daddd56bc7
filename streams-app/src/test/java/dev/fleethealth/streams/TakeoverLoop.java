package dev.fleethealth.streams;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.CategorySource;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.schemas.Initiator;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Two programs that fight over one client id: each connects while the other is still connected, and throws it out. */
public final class TakeoverLoop {
    public static final String FLEET = "plant-7";
    public static final String CLIENT = "pump-42";

    private static final Duration PERIOD = Duration.ofSeconds(5);

    private TakeoverLoop() {}

    /** So many takeovers, one every five seconds, and the connection before the first. */
    public static Stream<ConnectionEvent> events(int takeovers, Instant start) {
        return Stream.concat(
                Stream.of(connected(0, start)),
                IntStream.rangeClosed(1, takeovers).boxed().flatMap(number -> {
                    Instant at = start.plus(PERIOD.multipliedBy(number));
                    return Stream.of(connected(number, at), thrownOut(number - 1, at.plusMillis(20)));
                }));
    }

    private static ConnectionEvent connected(int connection, Instant at) {
        return event(EventType.CONNECTED, connection, at).build();
    }

    private static ConnectionEvent thrownOut(int connection, Instant at) {
        return event(EventType.DISCONNECTED, connection, at)
                .setCategory(Category.NETWORK_LOST)
                .setCategorySource(CategorySource.REPORTED)
                .setInitiator(Initiator.NETWORK)
                .build();
    }

    private static ConnectionEvent.Builder event(EventType type, int connection, Instant at) {
        return ConnectionEvent.newBuilder()
                .setEventId(type + "-" + connection + "-" + at.toEpochMilli())
                .setType(type)
                .setSource("emqx")
                .setFleet(FLEET)
                .setClientId(CLIENT)
                .setConnectionId("10.0.0." + connection % 2 + ":" + (1024 + connection))
                .setPeerAddress("10.0.0." + connection % 2)
                .setPeerPort(1024 + connection)
                .setOccurredAt(at)
                .setReceivedAt(at)
                .setAttributes(Map.of());
    }
}
