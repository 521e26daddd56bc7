package dev.fleethealth.streams.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.streams.detector.Cohort;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SeriesBookTest {
    private final SeriesBook book = new SeriesBook(new SeriesKey("any-detector", ""), new WindowTally());

    @Test
    void shouldLeaveOutOfTheCohortWhatWasForgottenAfterItWasAskedFor() {
        // Given
        book.update(standing(Map.of(5L, new Cohort(1, 0, 2, 300), 6L, new Cohort(0, 4, 0, 0))));
        Cohort both = book.cohortSince(5);

        // When
        book.forget(6, 6);

        // Then
        assertThat(both).isEqualTo(new Cohort(1, 4, 2, 300));
        assertThat(book.cohortSince(5)).isEqualTo(new Cohort(0, 4, 0, 0));
    }

    @Test
    void shouldTellTheCohortSinceAnotherStepWhenThatIsAskedFor() {
        // Given
        book.update(standing(Map.of(5L, Cohort.ofAway(), 6L, Cohort.ofRefused())));

        // When
        List<Cohort> cohorts = List.of(book.cohortSince(5), book.cohortSince(6), book.cohortSince(7));

        // Then
        assertThat(cohorts).containsExactly(new Cohort(0, 1, 1, 0), Cohort.ofRefused(), Cohort.NONE);
    }

    private static SeriesCounts standing(Map<Long, Cohort> cohorts) {
        return new SeriesCounts(
                new SeriesKey("any-detector", ""),
                0,
                new long[0],
                new TreeMap<>(),
                new TreeMap<>(cohorts),
                List.of(),
                null);
    }
}
