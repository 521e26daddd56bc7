package dev.fleethealth.demo.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.demo.story.Expectation;
import dev.fleethealth.demo.watch.Row.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final String KEY = "takeover-loop/DEVICE/cranes/cranes@@@020";
    private static final Instant STORY = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant TROUBLE = STORY.plusSeconds(60);
    private static final Expectation EXPECTATION = new Expectation(KEY, Duration.ofSeconds(10), Duration.ofSeconds(60));

    @Test
    void shouldBeContentWhenAlertOpensAndResolvesAtTheVeryLimit() {
        // When
        List<Row> rows = judge(episode(KEY, 10_000, 60_000));

        // Then
        assertThat(rows)
                .containsExactly(new Row(
                        KEY,
                        Optional.of(Duration.ofSeconds(10)),
                        Optional.of(Duration.ofSeconds(10)),
                        Optional.of(Duration.ofSeconds(60)),
                        Optional.of(Duration.ofSeconds(60)),
                        Verdict.OK));
        assertThat(rows).allMatch(Row::isOk);
    }

    @Test
    void shouldFailWhenAlertIsMissing() {
        // When // Then
        assertThat(verdicts()).containsExactly(Verdict.MISSING);
    }

    @Test
    void shouldFailWhenAlertOpensOneMillisecondLate() {
        // When // Then
        assertThat(verdicts(episode(KEY, 10_001, 20_000))).containsExactly(Verdict.LATE);
    }

    @Test
    void shouldFailWhenAlertStaysOpen() {
        // When // Then
        assertThat(verdicts(open(KEY, 5_000))).containsExactly(Verdict.UNRESOLVED);
    }

    @Test
    void shouldFailWhenAlertResolvesOneMillisecondLate() {
        // When // Then
        assertThat(verdicts(episode(KEY, 5_000, 60_001))).containsExactly(Verdict.RESOLVED_LATE);
    }

    @Test
    void shouldFailWhenAnotherAlertOpens() {
        // When
        List<Row> rows = judge(episode(KEY, 5_000, 30_000), episode("reconnection-storm/FLEET/meters", 6_000, 7_000));

        // Then
        assertThat(rows).extracting(Row::verdict).containsExactly(Verdict.OK, Verdict.UNEXPECTED);
        assertThat(rows.get(1).opened()).contains(Duration.ofSeconds(66));
    }

    @Test
    void shouldFailWhenTheSameAlertOpensTwice() {
        // When // Then
        assertThat(verdicts(episode(KEY, 5_000, 30_000), episode(KEY, 31_000, 40_000)))
                .containsExactly(Verdict.OK, Verdict.UNEXPECTED);
    }

    @Test
    void shouldFailWhenAlertOpensBeforeItsTrouble() {
        // When // Then
        assertThat(verdicts(episode(KEY, -1, 30_000))).containsExactly(Verdict.MISSING, Verdict.UNEXPECTED);
    }

    @Test
    void shouldGoOnUntilAllExpectedIsSeenAndAllSeenIsResolved() {
        // Given
        Episode other = open("reconnection-storm/FLEET/meters", 0);

        // When // Then
        assertThat(isOver()).isFalse();
        assertThat(isOver(open(KEY, 5_000))).isFalse();
        assertThat(isOver(episode(KEY, 5_000, 30_000), other)).isFalse();
        assertThat(isOver(episode(KEY, 5_000, 30_000))).isTrue();
    }

    private static List<Verdict> verdicts(Episode... seen) {
        return judge(seen).stream().map(Row::verdict).toList();
    }

    private static List<Row> judge(Episode... seen) {
        return Judge.judge(Map.of(EXPECTATION, TROUBLE), List.of(seen), STORY);
    }

    private static boolean isOver(Episode... seen) {
        return Judge.isOver(Map.of(EXPECTATION, TROUBLE), List.of(seen));
    }

    private static Episode open(String dedupKey, long openedMillis) {
        Instant openedAt = TROUBLE.plusMillis(openedMillis);
        return new Episode(dedupKey + "@" + openedAt, dedupKey, openedAt, Optional.empty());
    }

    private static Episode episode(String dedupKey, long openedMillis, long resolvedMillis) {
        return open(dedupKey, openedMillis).resolved(TROUBLE.plusMillis(resolvedMillis));
    }
}
