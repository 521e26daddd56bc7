package dev.fleethealth.streams.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepCountsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldCountAsAMapDoesWhenStepsComeInAnyOrder(long seed) {
        // Given
        Random random = new Random(seed);
        StepCounts counts = new StepCounts();
        Map<Long, Long> expected = new TreeMap<>();

        for (int i = 0; i < 2_000; i++) {
            // When
            long from = 1_700_000_000L + i / 10 + random.nextInt(200) - 100;
            long to = from + random.nextInt(70) - 3;
            if (i % 3 == 0) {
                long[] given = random.longs(random.nextInt(5), 0, 99).toArray();
                counts.set(from, given);
                for (int k = 0; k < given.length; k++) {
                    expected.put(from + k, given[k]);
                }
            } else {
                int change = random.nextInt(5) - 2;
                counts.add(from, to, change);
                for (long step = from; step <= to; step++) {
                    expected.merge(step, (long) change, Long::sum);
                }
            }
            if (i % 40 == 0) {
                long oldest = 1_700_000_000L + i / 10 - 60;
                counts.forget(oldest);
                expected.keySet().removeIf(step -> step < oldest);
            }

            // Then
            long step = from + random.nextInt(300) - 150;
            assertThat(counts.at(step)).as("step %s after %s", step, i).isEqualTo(expected.getOrDefault(step, 0L));
        }
        long[] all = counts.range(counts.first(), counts.last());
        assertThat(all.length).isLessThan(1_000);
        assertThat(all[3]).isEqualTo(expected.getOrDefault(counts.first() + 3, 0L));
        counts.forget(Long.MAX_VALUE / 2);
        assertThat(counts.isEmpty()).isTrue();
    }
}
