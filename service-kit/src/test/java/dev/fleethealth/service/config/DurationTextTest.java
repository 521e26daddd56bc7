package dev.fleethealth.service.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "200ms, PT0.2S",
        "90s, PT1M30S",
        "5m, PT5M",
        "1h30m, PT1H30M",
        "7d, P7D",
        "0s, PT0S",
        "1d2h3m4s5ms, PT26H3M4.005S"
    })
    void shouldParseAndFormat(String text, Duration duration) {
        assertThat(DurationText.parse(text)).isEqualTo(duration);
        assertThat(DurationText.parse(DurationText.format(duration))).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "5 s", "-5s", "5m1h", "1.5h", "5S", "99999999999s"})
    void shouldRefuseWhatIsNoDuration(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DurationText.parse(text));
    }
}
