package dev.fleethealth.streams.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MostFrequentTest {

    @Test
    void shouldNameThreeByCountAndThenByNameWhenThereAreMore() {
        // Given
        Map<String, Long> counts = Map.of("d", 2L, "c", 7L, "b", 2L, "a", 1L);

        // When
        String words = MostFrequent.words(counts);

        // Then
        assertThat(words).isEqualTo("c (7), b (2), d (2)");
    }

    @RepeatedTest(20)
    void shouldNameTheFirstOfAllInOrderWhenThereAreMany(RepetitionInfo repetition) {
        // Given
        Random random = new Random(repetition.getCurrentRepetition());
        Map<String, Long> counts = new HashMap<>();
        for (int i = random.nextInt(60); i > 0; i--) {
            counts.put("value-" + random.nextInt(1_000), 1L + random.nextInt(5));
        }

        // When
        String words = MostFrequent.words(counts);

        // Then
        assertThat(words)
                .isEqualTo(MostFrequent.first(counts).entrySet().stream()
                        .limit(3)
                        .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                        .collect(Collectors.joining(", ")));
    }
}
