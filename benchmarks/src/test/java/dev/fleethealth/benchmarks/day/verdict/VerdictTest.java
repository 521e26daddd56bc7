package dev.fleethealth.benchmarks.day.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.benchmarks.day.Expectation;
import dev.fleethealth.benchmarks.day.Span;
import dev.fleethealth.benchmarks.day.Trap;
import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.backtest.report.Episode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private static final Expectation STORM = new Expectation(
            "a storm",
            "reconnection-storm",
            Scope.FLEET,
            "vans",
            Optional.empty(),
            span(10, 15),
            Severity.WARNING,
            Set.of("network-outage"),
            span(200, 300),
            Optional.empty());

    private static final Trap TRAP = new Trap("no storm", "vans", span(0, 1_000));

    @Test
    void shouldFindNoFaultWhenAllIsAsExpected() {
        // When
        Verdict verdict = judge(List.of(storm("vans", 12, 250, "network-outage")));
        // Then
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.precision()).isEqualTo(1);
        assertThat(verdict.recall()).isEqualTo(1);
    }

    @Test
    void shouldSayWhatIsWrongWhenTimesAndCauseDiffer() {
        // When
        Verdict verdict = judge(List.of(storm("vans", 9, 301, "unknown")));
        // Then
        assertThat(verdict.judgements())
                .singleElement()
                .extracting(Judgement::faults)
                .isEqualTo(List.of("opened", "cause", "resolved"));
        assertThat(verdict.recall()).isEqualTo(1);
    }

    @Test
    void shouldMissWhatIsNotThereAndCountWhatShouldNotBe() {
        // When
        Verdict verdict = judge(List.of(storm("scooters", 12, 250, "network-outage")));
        // Then
        assertThat(verdict.faults()).hasSize(2);
        assertThat(verdict.precision()).isZero();
        assertThat(verdict.recall()).isZero();
    }

    @Test
    void shouldTakeOneEpisodeForOneExpectationWhenThereAreTwo() {
        // When
        Verdict verdict =
                judge(List.of(storm("vans", 12, 250, "network-outage"), storm("vans", 400, 600, "network-outage")));
        // Then
        assertThat(verdict.surplus())
                .singleElement()
                .extracting(Episode::openedAt)
                .isEqualTo(START.plusSeconds(400));
        assertThat(verdict.caughtIn(TRAP)).hasSize(1);
        assertThat(verdict.precision()).isEqualTo(0.5);
    }

    private static Verdict judge(List<Episode> found) {
        return new Verdict(List.of(STORM), List.of(TRAP), found);
    }

    private static Span span(long from, long to) {
        return new Span(START.plusSeconds(from), START.plusSeconds(to));
    }

    private static Episode storm(String fleet, long opened, long resolved, String cause) {
        String key = "reconnection-storm/FLEET/" + fleet;
        return new Episode(List.of(Alert.newBuilder()
                .setDedupKey(key)
                .setEpisodeId(key + "@" + opened)
                .setDetector("reconnection-storm")
                .setState(AlertState.RESOLVED)
                .setSeverity(Severity.WARNING)
                .setScope(Scope.FLEET)
                .setFleet(fleet)
                .setOpenedAt(START.plusSeconds(opened))
                .setUpdatedAt(START.plusSeconds(resolved))
                .setResolvedAt(START.plusSeconds(resolved))
                .setWindowStart(START)
                .setWindowEnd(START)
                .setObserved(20)
                .setThreshold(20)
                .setDeviceCount(20)
                .setProbableCause(cause)
                .setSummary("")
                .setAdvice("")
                .setRunbook("")
                .build()));
    }
}
