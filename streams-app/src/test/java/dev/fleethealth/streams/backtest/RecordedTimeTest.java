package dev.fleethealth.streams.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedTimeTest {
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private final List<Duration> steps = new ArrayList<>();
    private final RecordedTime time = new RecordedTime(START, steps::add);

    @Test
    void shouldGoInStepsOfAtMostASecondWhenThereIsAGap() {
        // When
        time.goTo(START.plusMillis(2_500));
        // Then
        assertThat(steps).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(500));
        assertThat(time.now()).isEqualTo(START.plusMillis(2_500));
    }

    @Test
    void shouldStandStillWhenAnEventCameEarlierThanTheOneBefore() {
        // When
        time.goTo(START.minusSeconds(60));
        // Then
        assertThat(steps).isEmpty();
        assertThat(time.now()).isEqualTo(START);
    }

    @Test
    void shouldSaveUpSmallStepsWithoutLosingThem() {
        // When
        time.goTo(START.plusMillis(9));
        time.goTo(START.plusMillis(18));
        // Then
        assertThat(steps).containsExactly(Duration.ofMillis(18));
    }

    @Test
    void shouldNotCrawlThroughEightyYearsWhenOneReceiveTimeIsPoisoned() {
        // When
        time.goTo(Instant.parse("2106-02-07T06:28:15Z"));
        // Then
        assertThat(steps).hasSize(7_201);
        assertThat(time.now()).isEqualTo(Instant.parse("2106-02-07T06:28:15Z"));
    }
}
