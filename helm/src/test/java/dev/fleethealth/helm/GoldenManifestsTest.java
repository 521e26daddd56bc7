package dev.fleethealth.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shows in a review what a change of the chart does to what is installed. */
class GoldenManifestsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(Feature.MINIMIZE_QUOTES, Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("examples")
    void shouldRenderWhatWasApproved(Path values) throws IOException {
        // When
        List<JsonNode> manifests = new Chart(directory)
                .manifests(values).stream()
                        .sorted(Comparator.comparing(
                                manifest -> manifest.path("kind").asText()
                                        + manifest.at("/metadata/name").asText()))
                        .toList();

        // Then
        StringBuilder text = new StringBuilder();
        for (JsonNode manifest : manifests) {
            text.append(YAML.writeValueAsString(withoutFiles(manifest)));
        }
        Approved.compare(GOLDEN.resolve(values.getFileName().toString().replace("-values", "")), text.toString());
    }

    /** Rules and dashboards are approved where they stand. */
    private static JsonNode withoutFiles(JsonNode manifest) {
        if (manifest.path("kind").asText().equals("PrometheusRule")) {
            ((ObjectNode) manifest.get("spec")).put("groups", "files/prometheus/rules.yaml");
        }
        for (Map.Entry<String, JsonNode> file : manifest.path("data").properties()) {
            if (file.getKey().endsWith(".json")) {
                ((ObjectNode) manifest.get("data")).put(file.getKey(), "files/dashboards");
            }
        }
        return manifest;
    }

    private static Stream<Path> examples() {
        return Chart.examples();
    }
}
