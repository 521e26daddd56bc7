package dev.fleethealth.streams.delivery.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.delivery.InvalidSilenceException;
import dev.fleethealth.streams.delivery.Silence;
import dev.fleethealth.streams.delivery.SilenceRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceRequestJsonTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    @Test
    void shouldReadWhatThePersonAsksFor() {
        // When
        SilenceRequest request = SilenceRequestJson.read("""
                {"match": {"fleets": ["lab-*"], "severities": ["warning"], "scopes": ["DEVICE"]},
                 "until": "2026-11-20T09:00:00Z", "author": "Ada", "comment": "firmware 14"}""");
        Silence silence = request.at(NOW);
        // Then
        assertThat(silence.id()).matches("[0-9a-f-]{36}");
        assertThat(silence.from()).isEqualTo(NOW);
        assertThat(silence.until()).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(silence.match().fleets()).hasToString("[lab-*]");
        assertThat(silence.match().severities()).containsExactly(Severity.WARNING);
        assertThat(silence.match().scopes()).containsExactly(Scope.DEVICE);
        assertThat(silence.author() + ": " + silence.comment()).isEqualTo("Ada: firmware 14");
    }

    @Test
    void shouldReadWhatIsWritten() {
        // Given
        Silence silence = SilenceRequestJson.read("""
                {"id": "a", "match": {"detectors": ["x"], "dedupKeys": ["x/FLEET/y"]}, "from": "2026-11-20T08:00:00Z",
                 "until": "2026-11-20T09:00:00Z", "author": "Ada", "comment": "c"}""").at(NOW);
        // When
        String written = new String(SilenceJson.write(silence), StandardCharsets.UTF_8);
        // Then
        assertThat(SilenceRequestJson.read(written).at(NOW)).isEqualTo(silence);
    }

    @Test
    void shouldReadWhatThePageShows() throws IOException {
        // Given
        String page = Files.readString(Path.of("../docs/delivery.md"));
        String example = page.split("```json\n")[1].split("```")[0];
        // When
        Silence silence = SilenceRequestJson.read(example).at(NOW);
        // Then
        assertThat(silence.match().detectors()).containsExactly("keepalive-timeout");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "match": {"fleet": ["a"]}          | match.fleet: unknown, expected one of fleets, detectors, severities, scopes, dedupKeys
            "match": {"fleets": "a"}           | match.fleets: expected a list
            "match": {"fleets": [1]}           | match.fleets[0]: expected text
            "match": {"fleets": ["a", "/(/"]}  | match.fleets[1]: expected a regular expression (RE2 syntax)
            "match": {"severities": ["bad"]}   | match.severities[0]: expected one of INFO, WARNING, CRITICAL
            "match": {"detectors": [" "]}      | match.detectors: expected text, was empty
            "match": {}                        | match: expected one or more of fleets
            "match": []                        | match: expected a JSON object
            "until": "tomorrow"                | until: expected a time such as 2026-11-20T08:00:00Z
            "until": null                      | until: expected text
            "from": 5                          | from: expected text
            "author": ""                       | author: expected text, was empty
            "comment": " "                     | comment: expected text, was empty
            "comments": "x"                    | comments: unknown, expected one of id, match, from, until, author, comment
            "id": "a b"                        | id: expected 1 to 64 letters, digits, dots, underscores or hyphens
            """, quoteCharacter = '\'')
    void shouldNameTheFieldWhenItIsWrong(String field, String message) {
        assertThatThrownBy(() -> SilenceRequestJson.read(with(field)))
                .isInstanceOf(InvalidSilenceException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\""})
    void shouldRefuseWhatIsNoObject(String body) {
        assertThatThrownBy(() -> SilenceRequestJson.read(body)).hasMessage("body: expected a JSON object");
    }

    /** A silence that is right, but for this field, which stands last. */
    private static String with(String field) {
        return """
                {"match": {"fleets": ["a"]}, "until": "2026-11-20T09:00:00Z", "author": "Ada", "comment": "c", %s}""".formatted(field);
    }
}
