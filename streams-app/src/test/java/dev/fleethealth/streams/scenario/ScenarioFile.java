package dev.fleethealth.streams.scenario;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds and reads the scenarios: {@code scenarios/<detector>/<case>.yaml}. */
final class ScenarioFile {
    static final Path FOLDER = Path.of("src/test/resources/scenarios");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ScenarioFile() {}

    static List<Path> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Scenario read(Path file) {
        try {
            Scenario scenario = YAML.readValue(file.toFile(), Scenario.class);
            return scenario.like() == null
                    ? scenario
                    : scenario.on(read(file.resolveSibling(scenario.like() + ".yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
