package dev.fleethealth.streams.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PerFleetTest {
    private final AtomicInteger made = new AtomicInteger();
    private final PerFleet<Object> fleets =
            new PerFleet<>(DetectionPolicy.everywhere(List.of()), policy -> made.incrementAndGet());

    @Test
    void shouldMakeItOnceForEachFleet() {
        // When
        Object first = fleets.of("north");
        Object again = fleets.of("north");
        Object other = fleets.of("south");

        // Then
        assertThat(again).isSameAs(first).isNotEqualTo(other);
        assertThat(made).hasValue(2);
    }

    @Test
    void shouldRememberNoMoreFleetsThanItsBound() {
        // Given
        for (int fleet = 0; fleet < PerFleet.MOST_FLEETS; fleet++) {
            fleets.of("fleet-" + fleet);
        }

        // When
        fleets.of("one more");
        fleets.of("fleet-0");

        // Then
        assertThat(made).hasValue(PerFleet.MOST_FLEETS + 2);
    }
}
