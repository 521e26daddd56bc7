package dev.fleethealth.bridge.dialect.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogLineTest {

    @ParameterizedTest
    @CsvSource({
        "1795154492: text,2026-11-20T06:01:32Z",
        "0: text,1970-01-01T00:00:00Z",
        "2026-11-20T06:04:16+0000: text,2026-11-20T06:04:16Z",
        "2026-11-20T06:04:16+0230: text,2026-11-20T03:34:16Z",
        "2026-11-20T06:04:16-05:00: text,2026-11-20T11:04:16Z",
        "2026-11-20T06:04:16+01: text,2026-11-20T05:04:16Z",
        "2026-11-20T06:04:16Z: text,2026-11-20T06:04:16Z",
        "2026-11-20T06:04:16: text,2026-11-20T06:04:16Z",
        "2026-11-20 06:04:16.5: text,2026-11-20T06:04:16.5Z",
        "2026-11-20T06:11:08.385+01:00 - text,2026-11-20T05:11:08.385Z"
    })
    void shouldReadTheTimeInEachFormThatIsDocumented(String line, Instant at) throws MalformedMessageException {
        // When
        LogLine read = read(line);

        // Then
        assertThat(read.at()).contains(at);
        assertThat(read.text()).isEqualTo("text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "Nov 20 06:04:16: text",
                "2026-13-20T06:04:16: text",
                "2026-11-20T06:04:16+9900: text",
                "2026-11-20T06:04:16 text",
                "2026-11-20: text",
                "123456789012: text",
                "1795154492:text",
                "1795154492",
                ": text",
                "2026-11-20T06:04:16",
                "2026-11-20T06:04:16."
            })
    void shouldKeepTheWholeLineWhenItStartsWithNoTime(String line) throws MalformedMessageException {
        // When
        LogLine read = read(line);

        // Then
        assertThat(read.at()).isEmpty();
        assertThat(read.text()).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(chars = {'\u0000', '\n', '\r', '\u001b', '\u007f', '\u0085'})
    void shouldBeMalformedWhenItHasControlCharacters(char control) {
        assertThatThrownBy(() -> read("1795154492: a" + control + "b"))
                .hasMessage("expected one line of text, found control characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1795154492: "})
    void shouldBeMalformedWhenThereIsNoText(String line) {
        assertThatThrownBy(() -> read(line)).hasMessage("expected a line of text, found nothing");
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC3, 0xFF})
    void shouldBeMalformedWhenTheBytesAreNotUtf8(int last) {
        // Given
        byte[] line = "1795154492: cut off ".getBytes(StandardCharsets.UTF_8);
        line[line.length - 1] = (byte) last;

        // When // Then
        assertThatThrownBy(() -> LogLine.read(line)).hasMessage("the line is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gerät-水", "\uFFFD", "a\tb"})
    void shouldKeepEveryCharacterThatATextMayHave(String text) throws MalformedMessageException {
        assertThat(read("1795154492: " + text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {LogLine.MAX_BYTES + 1, 300_000})
    void shouldBeMalformedWhenItIsLongerThanAnyLine(int length) {
        assertThatThrownBy(() -> read("x".repeat(length)))
                .hasMessage("the line has %d bytes; at most 16384 are read".formatted(length));
    }

    private static LogLine read(String line) throws MalformedMessageException {
        return LogLine.read(line.getBytes(StandardCharsets.UTF_8));
    }
}
