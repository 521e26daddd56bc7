package dev.fleethealth.benchmarks.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.benchmarks.day.run.DayFiles;
import dev.fleethealth.benchmarks.day.run.Rehearsal;
import dev.fleethealth.benchmarks.day.story.MixedDay;
import dev.fleethealth.benchmarks.day.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The night of a day of mixed fleets: every detector has something to find by then. */
@Timeout(180)
class MixedDayIT {
    private static final Duration NIGHT = Duration.ofMinutes(5 * 60 + 20);

    @TempDir
    private Path directory;

    @Test
    void shouldFindEverythingAndNothingElseInTheNight() throws IOException {
        // Given
        MixedDay night = new MixedDay(7, 0.1, NIGHT);
        // When
        Verdict verdict = new Verdict(
                night.expectations(), night.traps(), new Rehearsal(new DayFiles(directory), night.fleets()).run());
        // Then
        assertThat(night.expectations())
                .extracting(Expectation::detector)
                .contains(
                        "reconnection-storm",
                        "reconnect-loop",
                        "takeover-loop",
                        "jwt-expiry-cluster",
                        "keepalive-timeout",
                        "keepalive-timeout-surge",
                        "auth-failure-loop",
                        "auth-failure-burst",
                        "mass-disconnect",
                        "broker-restart",
                        "capacity-exhausted",
                        "client-misbehaviour");
        assertThat(verdict.faults()).isEmpty();
    }

    @Test
    void shouldWriteTheSameMessagesWhenTheSeedIsTheSame() {
        // Given
        Duration anHour = Duration.ofHours(1);
        // When
        MixedDay once = new MixedDay(7, 0.1, anHour);
        MixedDay again = new MixedDay(7, 0.1, anHour);
        MixedDay another = new MixedDay(8, 0.1, anHour);
        // Then
        for (int fleet = 0; fleet < once.fleets().size(); fleet++) {
            assertThat(once.fleets().get(fleet).messages())
                    .isNotEmpty()
                    .isEqualTo(again.fleets().get(fleet).messages())
                    .isNotEqualTo(another.fleets().get(fleet).messages());
        }
    }
}
