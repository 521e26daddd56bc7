package dev.fleethealth.streams.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.streams.config.ProgramConfiguration;
import dev.fleethealth.streams.detector.Detector;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The same story gives the same alerts, however its events arrive. Failures name the seed. */
class ArrivalPropertyTest {
    private static final Duration STEP = Duration.ofSeconds(1);

    /** While events are missing, only a later window may have enough of them. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldRaiseTheSameAlertsWhenEventsArriveShuffledWithinGrace(long seed) {
        assertSame(arriving(seed, Arrival.SHUFFLED), arriving(seed, Arrival.AS_SENT), GRACE);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldRaiseTheSameAlertsWhenEventsArriveTwice(long seed) {
        assertSame(arriving(seed, Arrival.DUPLICATED), arriving(seed, Arrival.AS_SENT), STEP);
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "3, 2", "4, 3", "7, 4", "16, 5", "2, 6", "3, 7", "4, 8", "7, 9", "16, 10"})
    void shouldRaiseTheSameFleetAlertsOverAnyNumberOfPartitions(int partitions, long seed) {
        // Given
        List<Detector> detectors = ProgramConfiguration.load(Optional.empty()).detection().policy().others().stream()
                .filter(detector -> detector.scope() == Scope.FLEET)
                .toList();
        List<ConnectionEvent> events = Stories.story(seed);

        // When
        List<Alert> one = Partitions.run(1, detectors, events);
        List<Alert> many = Partitions.run(partitions, detectors, events);

        // Then
        assertSame(Outcome.of(many), Outcome.of(one), STEP);
    }

    private static List<Outcome> arriving(long seed, Arrival arrival) {
        return Outcome.of(Run.of(arrival.of(Stories.story(seed), seed), null));
    }

    private static void assertSame(List<Outcome> actual, List<Outcome> expected, Duration latest) {
        assertThat(actual).hasSameSizeAs(expected).zipSatisfy(expected, (found, wanted) -> {
            assertThat(found.openedAt())
                    .as(found + " against " + wanted)
                    .isBetween(wanted.openedAt().minus(STEP), wanted.openedAt().plus(latest));
            assertThat(found)
                    .usingRecursiveComparison()
                    .ignoringFields("openedAt")
                    .isEqualTo(wanted);
        });
    }
}
