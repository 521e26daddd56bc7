package dev.fleethealth.bridge.dialect.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T06:00:00Z, 2026-11-20T06:00:00Z",
        "2026-11-20T06:00:00.123456Z, 2026-11-20T06:00:00.123Z",
        "2026-11-20T06:00:00.123456789Z, 2026-11-20T06:00:00.123Z",
        "2026-11-20T08:00:00+02:00, 2026-11-20T06:00:00Z",
        "2026-11-20T06:00Z, 2026-11-20T06:00:00Z",
        "2026-11-20t06:00:00z, 2026-11-20T06:00:00Z",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z"
    })
    void shouldReadTimesToTheMillisecond(String text, Instant expected) throws MalformedMessageException {
        assertThat(Rfc3339.parse("field time", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-20",
                "2026-11-20 06:00:00Z",
                "2026-11-20T06:00:00,5Z",
                "2026-11-20T06:00:00",
                "2026-11-31T06:00:00Z",
                "2026-11-20T24:00:01Z",
                "2026-11-20T06:00:60Z",
                "2026-11-20T06:00:00.1234567890Z",
                "2026-11-20T06:00:00Z ",
                "1969-12-31T23:59:59Z",
                "+12026-11-20T06:00:00Z"
            })
    void shouldRefuseWhatIsNoTimeSince1970(String text) {
        assertThatThrownBy(() -> Rfc3339.parse("field time", text))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("field time: expected an RFC 3339 time since 1970, found other text");
    }
}
