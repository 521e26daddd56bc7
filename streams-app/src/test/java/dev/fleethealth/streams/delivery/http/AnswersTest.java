package dev.fleethealth.streams.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.streams.delivery.CallOutcome;
import dev.fleethealth.streams.delivery.CallOutcome.Delivered;
import dev.fleethealth.streams.delivery.CallOutcome.Refused;
import dev.fleethealth.streams.delivery.CallOutcome.TryLater;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204, 299})
    void shouldTakeEverySuccessForDelivered(int status) {
        assertThat(read(status, Optional.empty())).isInstanceOf(Delivered.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422})
    void shouldTakeForRefusedWhatIsWrongInItself(int status) {
        assertThat(read(status, Optional.empty())).isEqualTo(new Refused("HTTP " + status + ": no good"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 401, 403, 404, 408, 410, 425, 500, 502, 503, 504, 529})
    void shouldTryLaterWhenTheFaultIsNotTheAlerts(int status) {
        assertThat(read(status, Optional.empty())).isInstanceOf(TryLater.class);
    }

    @ParameterizedTest
    @CsvSource({
        "7, PT7S",
        "0, PT0S",
        "86400, PT5M",
        "'Fri, 20 Nov 2026 08:01:00 GMT', PT1M",
        "'Fri, 20 Nov 2026 07:00:00 GMT', PT0S",
        "soon, PT30S"
    })
    void shouldKeepStillForABoundedTimeWhenThereWereTooMany(String retryAfter, Duration expected) {
        assertThat(read(429, Optional.of(retryAfter)))
                .isInstanceOfSatisfying(
                        TryLater.class, later -> assertThat(later.pauseLane()).contains(expected));
    }

    @Test
    void shouldShowAnAnswerOnOneShortLine() {
        // When
        CallOutcome outcome = Answers.read(400, Optional.empty(), "a\r\nb\u001b[31m" + "x".repeat(1_000), NOW);
        // Then
        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.why())
                .doesNotContain("\n", "\u001b")
                .hasSizeLessThan(250));
    }

    private static CallOutcome read(int status, Optional<String> retryAfter) {
        return Answers.read(status, retryAfter, "no good", NOW);
    }
}
