package dev.fleethealth.streams.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByStepTest {
    private final ByStep<List<String>> notes = new ByStep<>(ArrayList::new);

    @Test
    void shouldFindWhatWasPutWhenStepsComeInAnyOrder() {
        // Given
        notes.at(7).add("first");
        notes.at(3).add("old");

        // When
        notes.at(7).add("second");

        // Then
        assertThat(notes.find(7)).containsExactly("first", "second");
        assertThat(notes.find(3)).containsExactly("old");
        assertThat(notes.steps()).containsExactly(3L, 7L);
    }

    @Test
    void shouldBeginAfreshWhenTheNewestStepWasForgotten() {
        // Given
        notes.at(7).add("forgotten");
        notes.forget(8);

        // When
        notes.at(7).add("again");

        // Then
        assertThat(notes.find(7)).containsExactly("again");
    }
}
