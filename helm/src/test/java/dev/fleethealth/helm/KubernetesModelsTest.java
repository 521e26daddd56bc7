package dev.fleethealth.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fleethealth.testkit.process.InstalledProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Types, required fields and patterns of every kind, also of the Prometheus operator's, of which no Java library knows. */
class KubernetesModelsTest {
    private static final Path SCRIPT = Path.of("src/test/kubernetes/validate.js");
    private static final Path INSTALLED = Path.of("target/kubernetes");

    @TempDir
    private Path directory;

    @BeforeEach
    void areInstalled() {
        boolean there = InstalledProgram.find("node").isPresent() && Files.exists(INSTALLED.resolve("node_modules"));
        assumeThat(there)
                .as("NOT TRIED: kubernetes-models are not installed; helm/src/test/kubernetes/install does that")
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldBeWhatTheModelsSay(Path values) throws Exception {
        assertThat(problems(new Chart(directory).manifests(values))).isEmpty();
    }

    @Test
    void shouldSeeWhatIsWrong() throws Exception {
        // Given
        List<JsonNode> manifests = new Chart(directory).manifests(Chart.ROOT.resolve("ci/full-values.yaml"));
        ((ObjectNode) of(manifests, "PodMonitor").at("/spec/podMetricsEndpoints/0")).put("interval", "often");
        ((ObjectNode) of(manifests, "PrometheusRule").at("/spec/groups/0")).remove("name");
        ((ObjectNode) of(manifests, "Job").at("/spec/template/spec/containers/0")).put("args", "prepare");
        // When
        String problems = problems(manifests);
        // Then
        assertThat(problems.lines()).hasSize(3);
        assertThat(problems)
                .contains("PodMonitor example-fleet-health: ", "PrometheusRule example-fleet-health: ")
                .contains("Job example-fleet-health-prepare: ");
    }

    private String problems(List<JsonNode> manifests) throws IOException, InterruptedException {
        Path input = Files.writeString(
                directory.resolve("manifests.txt"),
                manifests.stream().map(JsonNode::toString).collect(Collectors.joining("\n")));
        // Node looks for packages beside the script.
        Files.copy(SCRIPT, INSTALLED.resolve("validate.js"), StandardCopyOption.REPLACE_EXISTING);
        Path output = directory.resolve("problems.txt");
        Process node = new ProcessBuilder(
                        "node", INSTALLED.resolve("validate.js").toString())
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = node.waitFor(60, TimeUnit.SECONDS);
        node.destroyForcibly();
        assertThat(ended).as("node ends").isTrue();
        String problems = Files.readString(output);
        assertThat(node.exitValue()).as(problems).isEqualTo(problems.isEmpty() ? 0 : 1);
        return problems;
    }

    private static JsonNode of(List<JsonNode> manifests, String kind) {
        return manifests.stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Path> examples() {
        return Chart.examples();
    }
}
