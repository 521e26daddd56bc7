package dev.fleethealth.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {
    /** Always the most that there is. */
    private final RandomGenerator greatest = new RandomGenerator() {
        @Override
        public long nextLong() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    private final Backoff backoff = new Backoff(greatest);

    @Test
    void shouldDoubleUpToAMinute() {
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(backoff.next(Duration.ZERO)).isEqualTo(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void shouldNotStartOverAfterExactlyAMinute() {
        assertThat(backoff.next(Duration.ZERO)).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.next(Backoff.STEADY)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void shouldStartOverAfterMoreThanAMinute() {
        assertThat(backoff.next(Duration.ZERO)).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.next(Backoff.STEADY.plusMillis(1))).isEqualTo(Duration.ofSeconds(1));
    }
}
