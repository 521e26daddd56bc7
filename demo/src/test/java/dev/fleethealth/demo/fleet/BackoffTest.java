package dev.fleethealth.demo.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "5, 32", "6, 60", "1000, 60"})
    void shouldDoubleUpToAMinuteWithJitterOnTop(int attempt, long seconds) {
        // Given
        Backoff backoff = Backoff.exponential(new SplittableRandom(7));

        // When
        Duration pause = backoff.before(attempt);

        // Then
        assertThat(pause).isBetween(Duration.ofSeconds(seconds), Duration.ofSeconds(2 * seconds));
    }
}
