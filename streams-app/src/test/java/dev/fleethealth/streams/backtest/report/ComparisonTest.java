package dev.fleethealth.streams.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.backtest.report.Difference.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void shouldSeeNoDifferenceWhenBothFindTheSame() {
        // Given
        List<Episode> found = List.of(Found.storm("a", 0, 300), Found.storm("b", 0, 300));
        // When
        Comparison comparison = Comparison.of(found, found);
        // Then
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.same()).isEqualTo(2);
    }

    @Test
    void shouldTellWhatIsAddedAndLostInTheOrderOfTime() {
        // When
        Comparison comparison =
                Comparison.of(List.of(Found.storm("late", 900, 1000)), List.of(Found.storm("early", 0, 100)));
        // Then
        assertThat(comparison.differences()).extracting(Difference::kind).containsExactly(Kind.ADDED, Kind.LOST);
        assertThat(comparison.count(Kind.ADDED)).isOne();
        assertThat(comparison.count(Kind.LOST)).isOne();
    }

    @Test
    void shouldSayHowAnAlertMovesWhenItsTimeSeverityAndCauseChange() {
        // When
        Comparison comparison = Comparison.of(
                List.of(Found.storm("a", 30, 300, Severity.WARNING, "network-outage")),
                List.of(Found.storm("a", 12, 300, Severity.CRITICAL, "broker-restart")));
        // Then
        assertThat(comparison.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(Kind.MOVED);
            assertThat(difference.moves())
                    .containsExactly(
                            "opened 18.0 s earlier",
                            "severity WARNING → CRITICAL",
                            "cause network-outage → broker-restart");
        });
    }

    @Test
    void shouldKeepEpisodesApartWhenTheSameTroubleComesBackHoursLater() {
        // When
        Comparison comparison =
                Comparison.of(List.of(Found.storm("a", 0, 300)), List.of(Found.storm("a", 7_200, 7_500)));
        // Then
        assertThat(comparison.differences()).extracting(Difference::kind).containsExactly(Kind.LOST, Kind.ADDED);
    }

    @Test
    void shouldPairEachEpisodeOnceWhenOneSplitsInTwo() {
        // When
        Comparison comparison = Comparison.of(
                List.of(Found.storm("a", 0, 900)), List.of(Found.storm("a", 0, 300), Found.storm("a", 600, 900)));
        // Then
        assertThat(comparison.same()).isOne();
        assertThat(comparison.differences()).extracting(Difference::kind).containsExactly(Kind.ADDED);
    }
}
