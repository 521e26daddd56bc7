package dev.fleethealth.bridge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyItemsTest {
    private static final String JSON = "application/json; charset=utf-8";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            application/json        | {"a": [1, "é"]}            | {"a": [1, "é"]}
            application/json        | [{"a":1} , {"é":"]"},3]    | {"a":1};{"é":"]"};3
            application/json        | [ ["x, y"], "z" ]          | ["x, y"];"z"
            application/json        | []                         |
            application/json        | {"a":1}~{"b":2}            | {"a":1};{"b":2}
            application/json        | {"a":1                     | {"a":1
            application/json        | no json                    | no json
            application/cloudevents-batch+json | [{"a":1}]       | {"a":1}
            -                       | {"a":1}                    | {"a":1}
            -                       | {"a":1}~{"b":              | {"a":1};{"b":
            -                       | 17: a line~~ ~18: next     | 17: a line;18: next
            text/plain              | [1]~[2]                    | [1];[2]
            application/x-ndjson    | {"a":1}~[2]~              | {"a":1};[2]
            """)
    void shouldSplitByContentAndType(@Nullable String type, String body, @Nullable String expected) throws Refusal {
        List<String> items = split(body.replace('~', '\n'), type == null ? "" : type);
        assertThat(items).containsExactly(expected == null ? new String[0] : expected.split(";"));
    }

    @Test
    void shouldKeepEveryByte() throws Refusal {
        // Given
        byte[] body = {' ', (byte) 0xff, 0, '\r', '\n', 'x'};

        // When
        List<byte[]> items = BodyItems.split(body, "text/plain");

        // Then
        assertThat(items).containsExactly(new byte[] {' ', (byte) 0xff, 0}, new byte[] {'x'});
    }

    @Test
    void shouldLeaveOutTheByteOrderMark() throws Refusal {
        assertThat(split("\ufeff[{\"a\":1}]", JSON)).containsExactly("{\"a\":1}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `  `             | 400 | expected a JSON object, a JSON array or lines, the body is empty
            [{"a":1},        | 400 | expected a JSON array, but the body is broken or cut off
            [{"a":1}}]       | 400 | expected a JSON array, but the body is broken or cut off
            [1] [2]          | 400 | expected nothing behind the JSON array, found more at byte 4
            """)
    void shouldRefuseWhatCannotBeSplit(String body, int status, String why) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> split(body, JSON))
                .satisfies(refusal -> {
                    assertThat(refusal.reply().status()).isEqualTo(status);
                    assertThat(text(refusal.reply().body())).isEqualTo("{\"error\":\"" + why + "\"}");
                });
    }

    @Test
    void shouldRefuseOtherEncodings() {
        byte[] body = "[{\"a\":1}]".getBytes(StandardCharsets.UTF_16LE);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> BodyItems.split(body, JSON))
                .satisfies(refusal -> assertThat(text(refusal.reply().body())).contains("expected UTF-8"));
    }

    @Test
    void shouldRefuseDeepNesting() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> split("[".repeat(100_000), JSON));
    }

    @Test
    void shouldRefuseTooManyMessages() throws Refusal {
        assertThat(split("x\n".repeat(BodyItems.MOST), "text/plain")).hasSize(BodyItems.MOST);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> split("x\n".repeat(BodyItems.MOST + 1), "text/plain"))
                .satisfies(refusal -> assertThat(refusal.reply().status()).isEqualTo(413));
    }

    private static List<String> split(String body, String type) throws Refusal {
        return BodyItems.split(body.getBytes(StandardCharsets.UTF_8), type).stream()
                .map(BodyItemsTest::text)
                .toList();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
