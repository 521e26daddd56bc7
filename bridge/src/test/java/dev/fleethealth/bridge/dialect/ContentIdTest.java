package dev.fleethealth.bridge.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentIdTest {

    @Test
    void shouldBeThirtyTwoHexDigitsAndTheSameTwice() {
        assertThat(ContentId.of("a", "b")).matches("[0-9a-f]{32}").isEqualTo(ContentId.of("a", "b"));
    }

    @Test
    void shouldDifferWhenTheSameTextIsDividedInAnotherWay() {
        assertThat(ContentId.of("ab", "c")).isNotEqualTo(ContentId.of("a", "bc"));
    }
}
