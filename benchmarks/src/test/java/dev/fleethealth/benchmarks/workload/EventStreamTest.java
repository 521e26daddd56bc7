package dev.fleethealth.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private static final Instant END = Instant.parse("2026-11-20T12:00:00Z");
    private static final Workload WORKLOAD = new Workload(500, 5, 10_000, 100, 0.3, END);

    private final List<ConnectionEvent> events = new ArrayList<>();

    EventStreamTest() {
        new EventStream(WORKLOAD).forEachRemaining(events::add);
    }

    @Test
    void shouldMakeEventsThatCanHappenWhenOneFollowsTheOther() {
        // Given
        Set<String> online = new HashSet<>();

        // Then
        assertThat(events).hasSize(WORKLOAD.events()).allSatisfy(event -> {
            boolean connects = event.getType() == EventType.CONNECTED;
            assertThat(connects ? online.add(event.getClientId()) : online.remove(event.getClientId()))
                    .as("%s of %s", event.getType(), event.getClientId())
                    .isTrue();
        });
    }

    @Test
    void shouldNameEachEventOnce() {
        // Then
        assertThat(events).extracting(ConnectionEvent::getEventId).doesNotHaveDuplicates();
    }

    @Test
    void shouldSpreadTheEventsEvenlyUpToTheEnd() {
        // Then
        assertThat(events.get(events.size() - 1).getOccurredAt()).isEqualTo(END);
        assertThat(events.get(0).getOccurredAt())
                .isEqualTo(END.minus(Duration.ofMillis(10).multipliedBy(WORKLOAD.events() - 1)));
    }

    @Test
    void shouldMakeTheSameEventsAgain() {
        // When
        List<ConnectionEvent> again = new ArrayList<>();
        new EventStream(WORKLOAD).forEachRemaining(again::add);

        // Then
        assertThat(again).isEqualTo(events);
    }
}
