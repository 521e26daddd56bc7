package dev.fleethealth.streams.chaos;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.scenario.EventScript;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What happens to fleets, again and again.
 *
 * @param round the events of one round, in order, from the script's start on
 * @param every from the start of one round to the start of the next
 */
record Story(List<ConnectionEvent> round, Duration every) {

    static Story of(List<String> script, Duration every) {
        return new Story(EventScript.events(script), every);
    }

    /** The events of one round as they would happen from that time on. */
    Stream<ConnectionEvent> once(Instant start) {
        return round(start, 0);
    }

    /** The events of endless rounds. */
    Stream<ConnectionEvent> from(Instant start) {
        return IntStream.iterate(0, number -> number + 1)
                .boxed()
                .flatMap(number -> round(start.plus(every.multipliedBy(number)), number));
    }

    /** Each round has ids of its own, as real connections have. */
    private Stream<ConnectionEvent> round(Instant start, int number) {
        Duration shift = Duration.between(EventScript.START, start);
        return round.stream().map(event -> ConnectionEvent.newBuilder(event)
                .setEventId(event.getEventId() + "-" + number)
                .setConnectionId(event.getConnectionId() + "-" + number)
                .setOccurredAt(event.getOccurredAt().plus(shift))
                .setReceivedAt(event.getReceivedAt().plus(shift))
                .build());
    }
}
