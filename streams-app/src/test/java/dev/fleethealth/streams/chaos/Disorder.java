package dev.fleethealth.streams.chaos;

import dev.fleethealth.schemas.ConnectionEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * How events arrive over bad networks from devices with bad clocks: each up to 60 s late, twice as late as grace allows; and
 * every tenth device claims times 10 minutes ahead or behind.
 *
 * @param seed of what is random in it
 */
record Disorder(long seed) {
    private static final int MOST_LATE_MILLIS = 60_000;
    private static final Duration SKEW = Duration.ofMinutes(10);

    List<ConnectionEvent> of(List<ConnectionEvent> events) {
        Random random = new Random(seed);
        return events.stream()
                .map(event -> ConnectionEvent.newBuilder(event)
                        .setReceivedAt(event.getReceivedAt().plusMillis(random.nextInt(MOST_LATE_MILLIS)))
                        .setOccurredAt(claimed(event))
                        .build())
                .sorted(Comparator.comparing(ConnectionEvent::getReceivedAt))
                .toList();
    }

    private static Instant claimed(ConnectionEvent event) {
        int number = Integer.parseInt(event.getClientId().replaceAll(".*x", ""));
        return switch (number % 20) {
            case 5 -> event.getOccurredAt().plus(SKEW);
            case 15 -> event.getOccurredAt().minus(SKEW);
            default -> event.getOccurredAt();
        };
    }
}
