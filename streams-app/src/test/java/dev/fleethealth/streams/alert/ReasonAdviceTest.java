package dev.fleethealth.streams.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.detector.ProbableCause;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonAdviceTest {
    private static final Pattern SENTENCE_END = Pattern.compile("[.](\\s|$)");

    private final ReasonAdvice advice = ReasonAdvice.load();

    @ParameterizedTest
    @CsvFileSource(resources = "/advice/rows.csv", delimiter = ';', quoteCharacter = '`')
    void shouldHaveAdviceForEachRowOfTheVendorsDocuments(String reason, Category category) {
        assertThat(advice.find(reason)).hasValueSatisfying(row -> {
            assertThat(row.category()).isEqualTo(category);
            assertThat(sentences(row.advice())).isBetween(1L, 3L);
        });
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void shouldHaveAdviceForEachCategory(Category category) {
        assertThat(advice.find(category.name())).hasValueSatisfying(row -> {
            assertThat(row.category()).isEqualTo(category);
            assertThat(sentences(row.advice())).isBetween(1L, 3L);
        });
    }

    @Test
    void shouldTellEachSpellingInOneRowOnly() {
        assertThat(advice.rows().stream().flatMap(row -> row.spellings().stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldKnowNothingOfOtherReasons() {
        assertThat(advice.find("flux capacitor")).isEmpty();
        assertThat(advice.find("abnormal")).isEmpty();
        assertThat(advice.find("")).isEmpty();
    }

    @Test
    void shouldTakeTheRowThatSaysMost() {
        // When
        String specific = advice.find("client_id_too_long").orElseThrow().advice();

        // Then
        assertThat(specific)
                .isNotEqualTo(advice.find("CLIENT_ID_REJECTED").orElseThrow().advice());
    }

    @Test
    void shouldAdviseWhatHalfOfThemSaidWhenItIsOfTheCause() {
        // Given
        Map<String, Long> half = Map.of("client_id_too_long", 2L, "flux capacitor", 2L);

        // Then
        assertThat(advice.forMost(half, ProbableCause.CLIENT_DEFECT))
                .contains(advice.find("client_id_too_long").orElseThrow().advice());
        assertThat(advice.forMost(half, ProbableCause.BROKER_RESTART)).isEmpty();
        assertThat(advice.forMost(Map.of("client_id_too_long", 1L, "flux", 2L), ProbableCause.CLIENT_DEFECT))
                .isEmpty();
        assertThat(advice.forMost(Map.of(), ProbableCause.CLIENT_DEFECT)).isEmpty();
    }

    private static long sentences(String text) {
        return SENTENCE_END.matcher(text).results().count();
    }
}
