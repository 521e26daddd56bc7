package dev.fleethealth.streams.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fleethealth.streams.policy.NamePattern;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SilenceRequestTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final AlertMatch LAB =
            new AlertMatch(List.of(NamePattern.of("lab")), List.of(), List.of(), List.of(), List.of());

    @Test
    void shouldBeginNowUnlessItSaysWhen() {
        assertThat(request(Optional.empty(), NOW.plusSeconds(1)).at(NOW).from()).isEqualTo(NOW);
        assertThat(request(Optional.of(NOW.plusSeconds(5)), NOW.plusSeconds(6))
                        .at(NOW)
                        .from())
                .isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void shouldRefuseTimesWhenTheyMakeNoSilence() {
        assertThatThrownBy(() -> request(Optional.of(NOW.minusSeconds(9)), NOW).at(NOW))
                .hasMessageStartingWith("until: expected a time after now");
        assertThatThrownBy(() -> request(Optional.of(NOW.plusSeconds(9)), NOW.plusSeconds(9))
                        .at(NOW))
                .hasMessageStartingWith("until: expected a time after from");
        Instant longest = NOW.plus(SilenceRequest.LONGEST);
        assertThat(request(Optional.empty(), longest).at(NOW).until()).isEqualTo(longest);
        assertThatThrownBy(
                        () -> request(Optional.empty(), longest.plusMillis(1)).at(NOW))
                .hasMessageStartingWith("until: expected at most 90 d after from");
    }

    @Test
    void shouldRefuseWhatIsTooMuch() {
        assertThatThrownBy(() -> named(Collections.nCopies(SilenceRequest.MOST_NAMES + 1, "x")))
                .hasMessage("match.dedupKeys: expected at most 100 names, was 101");
        assertThatThrownBy(() -> named(List.of("x".repeat(SilenceRequest.LONGEST_NAME + 1))))
                .hasMessage("match.dedupKeys: expected at most 1,000 characters, was 1,001");
        assertThat(named(List.of("x".repeat(SilenceRequest.LONGEST_NAME)))).isNotNull();
        assertThatThrownBy(() -> new SilenceRequest(
                        Optional.empty(),
                        LAB,
                        Optional.empty(),
                        NOW,
                        "a".repeat(SilenceRequest.LONGEST_AUTHOR + 1),
                        "c"))
                .hasMessage("author: expected at most 200 characters, was 201");
    }

    @Test
    void shouldRefuseWhatSaysTooLittle() {
        assertThatThrownBy(() -> new SilenceRequest(
                        Optional.empty(), AlertMatch.ANY, Optional.empty(), NOW, "Ada", "everything"))
                .isInstanceOfSatisfying(InvalidSilenceException.class, refused -> assertThat(refused.field())
                        .isEqualTo("match"));
        assertThatThrownBy(() -> new SilenceRequest(Optional.empty(), LAB, Optional.empty(), NOW, " ", "why"))
                .hasMessage("author: expected text, was empty");
        assertThatThrownBy(() -> new SilenceRequest(Optional.empty(), LAB, Optional.empty(), NOW, "Ada", ""))
                .hasMessage("comment: expected text, was empty");
        assertThatThrownBy(() -> named(List.of(" "))).hasMessage("match.dedupKeys: expected text, was empty");
        assertThatThrownBy(() -> new SilenceRequest(Optional.of("a b"), LAB, Optional.empty(), NOW, "Ada", "why"))
                .hasMessageStartingWith("id: expected 1 to 64 letters");
    }

    private static SilenceRequest request(Optional<Instant> from, Instant until) {
        return new SilenceRequest(Optional.empty(), LAB, from, until, "Ada", "why");
    }

    private static SilenceRequest named(List<String> dedupKeys) {
        return new SilenceRequest(
                Optional.empty(),
                new AlertMatch(List.of(), List.of(), List.of(), List.of(), dedupKeys),
                Optional.empty(),
                NOW,
                "Ada",
                "why");
    }
}
