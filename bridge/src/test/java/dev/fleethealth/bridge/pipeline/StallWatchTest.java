package dev.fleethealth.bridge.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StallWatchTest {
    private final AtomicLong millis = new AtomicLong();
    private final StallWatch watch = new StallWatch(() -> Instant.ofEpochMilli(millis.get()));

    @Test
    void shouldBeWellWhenADialectTakesExactlyTheLongestTime() {
        assertThat(problemAfter(StallWatch.LONGEST)).isEmpty();
    }

    @Test
    void shouldTellOfADialectThatTakesLonger() {
        assertThat(problemAfter(StallWatch.LONGEST.plusMillis(1))).contains("a message has been read for more than 1m");
    }

    @Test
    void shouldBeWellWhenTheDialectHasComeBack() {
        // When
        watch.watch(() -> millis.addAndGet(StallWatch.LONGEST.toMillis() * 2));

        // Then
        assertThat(watch.problem()).isEmpty();
    }

    private Optional<String> problemAfter(Duration time) {
        return watch.watch(() -> {
            millis.addAndGet(time.toMillis());
            return watch.problem();
        });
    }
}
