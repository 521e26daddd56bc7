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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T07:59:59.999Z, , ",
        "2026-11-20T08:00:00Z, 2026-11-20T09:00:00Z, ",
        "2026-11-20T08:59:59.999Z, 2026-11-20T09:00:00Z, ",
        "2026-11-20T09:00:00Z, , 2026-11-20T09:00:00Z",
        "2027-11-20T09:00:00Z, , 2026-11-20T09:00:00Z"
    })
    void shouldBeOnOnceFromTheFirstMomentAndWithoutTheLast(Instant at, Instant end, Instant lastEnd) {
        // Given
        Schedule once = new Once(Instant.parse("2026-11-20T08:00:00Z"), Instant.parse("2026-11-20T09:00:00Z"));

        // Then
        assertThat(once.endAt(at).orElse(null)).isEqualTo(end);
        assertThat(once.lastEndBy(at).orElse(null)).isEqualTo(lastEnd);
    }

    @ParameterizedTest
    @CsvSource({
        // Friday and Monday, 23:30 to 00:30 in Berlin, which is UTC+1 in winter
        "2026-11-20T22:29:59Z, , 2026-11-16T23:30:00Z",
        "2026-11-20T22:30:00Z, 2026-11-20T23:30:00Z, 2026-11-16T23:30:00Z",
        "2026-11-20T23:29:59Z, 2026-11-20T23:30:00Z, 2026-11-16T23:30:00Z",
        "2026-11-20T23:30:00Z, , 2026-11-20T23:30:00Z",
        "2026-11-22T23:00:00Z, , 2026-11-20T23:30:00Z",
        "2026-11-23T23:00:00Z, 2026-11-23T23:30:00Z, 2026-11-20T23:30:00Z"
    })
    void shouldBeOnEachWeekInLocalTimeOverMidnight(Instant at, Instant end, Instant lastEnd) {
        // Given
        Set<DayOfWeek> days = EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY);
        Schedule weekly = new Weekly(days, LocalTime.of(23, 30), BERLIN, Duration.ofHours(1));

        // Then
        assertThat(weekly.endAt(at).orElse(null)).isEqualTo(end);
        assertThat(weekly.lastEndBy(at).orElse(null)).isEqualTo(lastEnd);
    }

    @ParameterizedTest
    @CsvSource({
        // summer time begins on 2026-03-29 at 02:00, ends on 2026-10-25 at 03:00
        "2026-03-22T01:30:00Z, 2026-03-22T02:30:00Z",
        "2026-03-29T01:29:59Z, ",
        "2026-03-29T01:30:00Z, 2026-03-29T02:30:00Z",
        "2026-04-05T00:30:00Z, 2026-04-05T01:30:00Z",
        "2026-10-25T00:30:00Z, 2026-10-25T01:30:00Z",
        "2026-10-25T01:30:00Z, ",
        "2026-11-01T01:30:00Z, 2026-11-01T02:30:00Z"
    })
    void shouldFollowTheClocksOfTheZone(Instant at, Instant end) {
        // Given
        Schedule weekly = new Weekly(EnumSet.of(DayOfWeek.SUNDAY), LocalTime.of(2, 30), BERLIN, Duration.ofHours(1));

        // Then
        assertThat(weekly.endAt(at).orElse(null)).isEqualTo(end);
    }

    @Test
    void shouldFindThePeriodOfAWeekAgoWhenEachTakesAWeek() {
        // Given
        Schedule weekly = new Weekly(EnumSet.of(DayOfWeek.FRIDAY), LocalTime.NOON, ZoneId.of("UTC"), Weekly.LONGEST);

        // Then
        assertThat(weekly.endAt(Instant.parse("2026-11-20T11:59:59Z"))).hasValue(Instant.parse("2026-11-20T12:00:00Z"));
        assertThat(weekly.endAt(Instant.parse("2026-11-20T12:00:00Z"))).hasValue(Instant.parse("2026-11-27T12:00:00Z"));
        assertThat(weekly.lastEndBy(Instant.parse("2026-11-20T11:59:59Z")))
                .hasValue(Instant.parse("2026-11-13T12:00:00Z"));
    }
}
