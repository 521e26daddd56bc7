package dev.fleethealth.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fleethealth.bridge.config.BridgeSettings;
import dev.fleethealth.service.config.ConfigurationKeys;
import dev.fleethealth.service.config.ConfigurationKeys.Key;
import dev.fleethealth.service.config.EffectiveConfiguration;
import dev.fleethealth.streams.config.StreamsConfiguration;
import dev.fleethealth.streams.detector.DetectorFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/configuration.md is made from the records that the programs bind their files to. */
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final String HEADER = "| key | expected | default | meaning |\n|---|---|---|---|\n";
    private static final Path INTRODUCTION = Path.of("src/test/resources/configuration-introduction.md");

    @Test
    void shouldListEveryKeyOfBothPrograms() throws IOException {
        // When
        String page = Files.readString(INTRODUCTION)
                + program("bridge.yaml", BridgeSettings.class)
                + program("streams.yaml", StreamsConfiguration.class)
                + detectors();

        // Then
        Approved.compare(PAGE, page);
    }

    @Test
    void shouldSayWhatEveryKeyMeans() {
        Stream<Class<?>> programs = Stream.of(BridgeSettings.class, StreamsConfiguration.class);
        Stream<Class<?>> detectors =
                factories().map(factory -> factory.defaults().getClass());
        assertThat(Stream.concat(programs, detectors)
                        .flatMap(type -> ConfigurationKeys.of(type).stream())
                        .filter(key -> meaning(key).isEmpty())
                        .map(key -> key.owner().getSimpleName() + "." + key.component())
                        .distinct())
                .as("components without @param")
                .isEmpty();
    }

    @Test
    void shouldListEveryDetector() throws IOException {
        try (Stream<Path> runbooks = Files.list(Path.of("..", "docs", "runbooks"))) {
            assertThat(runbooks.map(page -> page.getFileName().toString().replace(".md", "")))
                    .containsAll(factories().map(DetectorFactory::id).toList());
        }
        assertThat(factories()).hasSize(12);
    }

    private static String program(String file, Class<?> type) {
        List<Key> keys = ConfigurationKeys.of(type);
        return keys.stream()
                .map(key -> row(key.path(), key, absent(key.absent())))
                .collect(Collectors.joining("", "\n## " + file + "\n\n" + HEADER, ""));
    }

    private static String detectors() {
        return factories()
                .map(ConfigurationPageTest::detector)
                .collect(Collectors.joining("", "\n## streams.yaml: detectors\n\n" + HEADER, ""));
    }

    private static String detector(DetectorFactory<?> factory) {
        String path = "detectors." + factory.id() + ".";
        JsonNode defaults =
                Chart.parse(EffectiveConfiguration.print(factory.defaults())).get(0);
        return ConfigurationKeys.of(factory.defaults().getClass()).stream()
                .map(key -> row(
                        path + key.path(), key, "`" + defaults.path(key.path()).asText() + "`"))
                .collect(Collectors.joining(
                        "",
                        "| `%senabled` | true or false | `true` | whether it looks for trouble |\n".formatted(path),
                        ""));
    }

    @SuppressWarnings("rawtypes") // ServiceLoader knows raw types only
    private static Stream<DetectorFactory<?>> factories() {
        return ServiceLoader.load(DetectorFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .<DetectorFactory<?>>map(factory -> factory)
                .sorted(Comparator.comparing(DetectorFactory::id));
    }

    private static String row(String path, Key key, String absent) {
        return "| `%s` | %s | %s | %s |\n".formatted(path, cell(key.expected()), absent, meaning(key));
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
