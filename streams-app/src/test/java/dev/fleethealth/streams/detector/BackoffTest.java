package dev.fleethealth.streams.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void shouldSeeNoBackoffWhenPausesAreShorterThanASecond() {
        assertThat(of(20)).isEqualTo(Backoff.NONE);
        assertThat(of(999, 10, 300)).isEqualTo(Backoff.NONE);
    }

    @Test
    void shouldTellFixedPausesFromGrowingOnes() {
        assertThat(of(5_000, 5_050, 4_980)).isEqualTo(Backoff.FIXED);
        assertThat(of(5_000, 6_500, 4_000)).isEqualTo(Backoff.FIXED_WITH_JITTER);
        assertThat(of(1_000, 2_000, 4_000, 8_000)).isEqualTo(Backoff.EXPONENTIAL);
        assertThat(of(1_000, 2_600, 4_100, 9_500)).isEqualTo(Backoff.EXPONENTIAL_WITH_JITTER);
    }

    @Test
    void shouldSeeTheGrowthOfPausesThatHaveReachedTheirCap() {
        assertThat(of(1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000))
                .isEqualTo(Backoff.EXPONENTIAL);
    }

    @Test
    void shouldSayUnknownWhenThereIsNothingToCompare() {
        assertThat(of()).isEqualTo(Backoff.UNKNOWN);
        assertThat(of(5_000)).isEqualTo(Backoff.UNKNOWN);
        assertThat(of(60_000, 2_000, 9_000, 1_000)).isEqualTo(Backoff.UNKNOWN);
    }

    private static Backoff of(long... millis) {
        List<Duration> pauses =
                LongStream.of(millis).mapToObj(Duration::ofMillis).toList();
        return Backoff.of(pauses);
    }
}
