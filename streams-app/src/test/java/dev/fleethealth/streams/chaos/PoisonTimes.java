package dev.fleethealth.streams.chaos;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.ConnectionEventKey;
import dev.fleethealth.schemas.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;

/** Times that devices and brokers claim whose clocks are wrong. */
enum PoisonTimes {
    YEAR_2106(received -> Instant.parse("2106-02-07T06:28:15Z")),
    YEAR_1970(received -> Instant.parse("1970-01-01T00:00:42Z")),
    TWO_HOURS_AHEAD(received -> received.plus(Duration.ofHours(2))),
    HALF_AN_HOUR_AHEAD(received -> received.plus(Duration.ofMinutes(30))),
    THE_LAST(received -> Instant.ofEpochMilli(Long.MAX_VALUE)),
    BEFORE_THE_FIRST(received -> Instant.ofEpochMilli(-1));

    private final Function<Instant, Instant> claimed;

    PoisonTimes(Function<Instant, Instant> claimed) {
        this.claimed = claimed;
    }

    /** One event of each kind in each partition. */
    static Stream<ConnectionEvent> inEachPartition(Instant receivedAt) {
        return Stream.of(values()).flatMap(kind -> IntStream.range(0, World.PARTITIONS)
                .mapToObj(partition -> kind.event(partition, receivedAt)));
    }

    private ConnectionEvent event(int partition, Instant receivedAt) {
        return IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> event(name() + "-" + number, receivedAt))
                .filter(event -> partitionOf(event) == partition)
                .findFirst()
                .orElseThrow();
    }

    private ConnectionEvent event(String device, Instant receivedAt) {
        return ConnectionEvent.newBuilder()
                .setEventId(device)
                .setType(EventType.CONNECTED)
                .setSource("emqx")
                .setFleet("poison")
                .setClientId(device)
                .setOccurredAt(claimed.apply(receivedAt))
                .setReceivedAt(receivedAt)
                .build();
    }

    /** Where Kafka's producer puts it. */
    private static int partitionOf(ConnectionEvent event) {
        byte[] key = ConnectionEventKey.of(event).getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % World.PARTITIONS;
    }
}
