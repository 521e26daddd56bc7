package dev.fleethealth.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.config.BridgeSettings;
import dev.fleethealth.service.config.ConfigurationKeys;
import dev.fleethealth.service.config.ConfigurationKeys.Key;
import dev.fleethealth.streams.config.StreamsConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/configuration.md is made from the records that the programs bind their files to. */
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final Path INTRODUCTION = Path.of("src/test/resources/configuration-introduction.md");

    @Test
    void shouldListEveryKeyOfBothPrograms() throws IOException {
        // When
        String page = Files.readString(INTRODUCTION)
                + program("bridge.yaml", BridgeSettings.class)
                + program("streams.yaml", StreamsConfiguration.class);

        // Then
        Approved.compare(PAGE, page);
    }

    @Test
    void shouldSayWhatEveryKeyMeans() {
        assertThat(Stream.of(BridgeSettings.class, StreamsConfiguration.class)
                        .flatMap(type -> ConfigurationKeys.of(type).stream())
                        .filter(key -> meaning(key).isEmpty())
                        .map(key -> key.owner().getSimpleName() + "." + key.component())
                        .distinct())
                .as("components without @param")
                .isEmpty();
    }

    private static String program(String file, Class<?> type) {
        List<Key> keys = ConfigurationKeys.of(type);
        return keys.stream()
                .map(ConfigurationPageTest::row)
                .collect(Collectors.joining(
                        "", "\n## " + file + "\n\n| key | expected | default | meaning |\n|---|---|---|---|\n", ""));
    }

    private static String row(Key key) {
        return "| `%s` | %s | %s | %s |\n"
                .formatted(key.path(), cell(key.expected()), absent(key.absent()), meaning(key));
    }

    private static String absent(String value) {
        return List.of("none", "empty", "required").contains(value) ? value : "`" + cell(value) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String meaning(Key key) {
        return JavadocParameters.of(key.owner()).getOrDefault(key.component(), "");
    }
}
