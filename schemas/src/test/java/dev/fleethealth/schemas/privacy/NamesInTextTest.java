package dev.fleethealth.schemas.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesInTextTest {

    @ParameterizedTest
    @CsvSource({
        "user alice refused, alice, user # refused",
        "alice, alice, #",
        "'alice,alice', alice, '#,#'",
        "malice and alices, alice, malice and alices",
        "aaa, aa, aaa",
        "user $1, $1, user #",
        "text, '', text",
    })
    void shouldReplaceWholeWords(String text, String name, String expected) {
        assertThat(NamesInText.replace(text, name, "#")).isEqualTo(expected);
    }

    @Test
    @Timeout(10)
    void shouldReplaceAllOfATextThatQuotesAnEndlessName() {
        // Given
        String name = "a".repeat(40_000);

        // When // Then
        assertThat(NamesInText.replace("x".repeat(60_000) + name, name, "#")).isEqualTo("#");
        assertThat(NamesInText.replace("a".repeat(200), name, "#")).hasSize(200);
    }
}
