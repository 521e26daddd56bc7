package dev.fleethealth.streams.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.streams.policy.Schedule.Once;
import dev.fleethealth.streams.policy.Schedule.Weekly;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaintenanceTest {
    private static final Instant EIGHT = Instant.parse("2026-11-20T08:00:00Z");

    @Test
    void shouldEndWithTheLastOfWindowsThatOverlapOrTouch() {
        // Given
        Maintenance maintenance = new Maintenance(List.of(hours(2, 3), hours(0, 1), hours(1, 2), hours(5, 6)));

        // Then
        assertThat(maintenance.endAt(EIGHT)).hasValue(at(3));
        assertThat(maintenance.endAt(at(3))).isEmpty();
        assertThat(maintenance.isOn(at(2))).isTrue();
        assertThat(maintenance.isOn(at(4))).isFalse();
        assertThat(maintenance.lastEndBy(at(4))).isEqualTo(at(3));
        assertThat(maintenance.lastEndBy(at(6))).isEqualTo(at(6));
    }

    @Test
    void shouldNotLookForTheEndForEverWhenThereIsNone() {
        // Given
        Maintenance always = new Maintenance(List.of(
                new Weekly(EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, ZoneId.of("UTC"), Duration.ofDays(1))));

        // Then
        assertThat(always.isOn(EIGHT)).isTrue();
        assertThat(always.endAt(EIGHT))
                .hasValueSatisfying(end -> assertThat(end).isAfter(at(24 * 90)));
    }

    @Test
    void shouldNeverBeOnWithoutAWindow() {
        assertThat(Maintenance.NEVER.isOn(EIGHT)).isFalse();
        assertThat(Maintenance.NEVER.endAt(EIGHT)).isEmpty();
        assertThat(Maintenance.NEVER.lastEndBy(EIGHT)).isEqualTo(Instant.EPOCH);
    }

    private static Schedule hours(int from, int to) {
        return new Once(at(from), at(to));
    }

    private static Instant at(int hours) {
        return EIGHT.plus(Duration.ofHours(hours));
    }
}
