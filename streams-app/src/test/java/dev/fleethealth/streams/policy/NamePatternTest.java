package dev.fleethealth.streams.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {
    private static final Duration LINEAR = Duration.ofSeconds(5);

    @ParameterizedTest
    @CsvSource({
        "lab, lab, true",
        "lab, lab-1, false",
        "lab, Lab, false",
        "lab-*, lab-, true",
        "lab-*, my-lab-1, false",
        "*, '', true",
        "plant-?, plant-7, true",
        "plant-?, plant-, false",
        "plant-?, plant-77, false",
        "a.b, axb, false",
        "'a+(b)[c]', 'a+(b)[c]', true",
        "/lab-[0-9]+/, lab-12, true",
        "/lab-[0-9]+/, lab-12x, false",
        "/lab|plant/, plant, true",
        "/, /, true",
        "//, //, true",
        "p/*, p/eu/west, true"
    })
    void shouldFitTheWholeName(String pattern, String name, boolean fits) {
        assertThat(NamePattern.of(pattern).matches(name)).isEqualTo(fits);
    }

    @Test
    void shouldTakeLineBreaksAndRareCharactersForAnyOther() {
        assertThat(NamePattern.of("a*b").matches("a\n\uD83D\uDE00b")).isTrue();
        assertThat(NamePattern.of("a?b").matches("a\uD83D\uDE00b")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/lab-[/", "/(a/", "/(?=a)/"})
    void shouldSayWhatWasExpectedWhenItIsNoPattern(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NamePattern.of(text))
                .withMessageStartingWith("expected ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/(a*)*b/", "*a*a*a*a*a*a*a*a*a*a*a*a*b"})
    void shouldTakeNoLongerForAHostileName(String pattern) {
        // Given
        NamePattern slow = NamePattern.of(pattern);
        String name = "a".repeat(20_000);

        // Then
        boolean fits = Assertions.assertTimeoutPreemptively(LINEAR, () -> slow.matches(name));
        assertThat(fits).isFalse();
    }
}
