package dev.fleethealth.streams.delivery.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.streams.config.ProgramConfiguration;
import dev.fleethealth.streams.delivery.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/delivery.md} says is so. */
class DeliveryPageTest {
    private static final Path PAGE = Path.of("..", "docs", "delivery.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\\n(.*?)```");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("blocks")
    void shouldTakeEachConfigurationOfThePage(String block) throws IOException {
        // Given
        String secretsThatAreThere = block.replaceAll(
                        "\\$\\{(file|env):[^}]*webhook}|\\$\\{env:SLACK_WEBHOOK}", secretUrl())
                .replaceAll("\\$\\{(file|env):(?!/tmp)(?!" + folder + ")[^}]+}", "\\${env:PATH}");
        Path file = Files.writeString(folder.resolve("streams.yaml"), secretsThatAreThere);
        // When
        ProgramConfiguration configuration = ProgramConfiguration.load(Optional.of(file));
        // Then
        assertThat(configuration.settings().delivery().isOn()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void shouldNameEachOutcome(Result result) throws IOException {
        assertThat(Files.readString(PAGE)).contains("`" + result.label() + "`");
    }

    @Test
    void shouldHaveExamples() throws IOException {
        assertThat(blocks()).hasSizeGreaterThanOrEqualTo(6);
    }

    private String secretUrl() throws IOException {
        Path url = Files.writeString(folder.resolve("url"), "https://hooks.example.com/T0/B0");
        return "\\${file:" + url + "}";
    }

    static List<String> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
