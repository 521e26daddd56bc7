package dev.fleethealth.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTest {
    private static final Path MINIMAL = Chart.ROOT.resolve("ci/minimal-values.yaml");

    @TempDir
    private Path directory;

    @Test
    void shouldPassStrictLinting() {
        // When
        LintResult result = Chart.lint();

        // Then
        assertThat(result.isFailed())
                .as(String.join("\n", result.getMessages()))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldGiveEveryObjectANameOfItsOwnWhenRendered(Path values) {
        // When
        List<JsonNode> manifests = new Chart(directory).manifests(values);

        // Then
        assertThat(manifests).isNotEmpty();
        assertThat(manifests.stream().map(ChartTest::identity)).doesNotHaveDuplicates();
        assertThat(manifests)
                .allSatisfy(manifest -> assertThat(manifest.at("/metadata/labels/app.kubernetes.io~1instance")
                                .asText())
                        .isEqualTo("example"));
    }

    /** A hook's annotation that the other tests do not see, because they take it away. */
    @Test
    void shouldKeepHooksOutOfWhatIsInstalledWhenTheyAreAnnotated() {
        // When
        String installed = Objects.requireNonNull(new Helm(Chart.ROOT)
                .template()
                .withKubeVersion("1.30.0")
                .withValuesFile(MINIMAL)
                .call());

        // Then
        assertThat(installed).contains("kind: StatefulSet").doesNotContain("kind: Job", "kind: Pod\n");
        assertThat(new Chart(directory).manifests(MINIMAL).stream().map(manifest -> manifest.path("kind")
                        .asText()))
                .contains("Job", "Pod");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kafka.bootstrapServers     | ''                | kafka.bootstrapServers is required: host:port of your Kafka brokers
            kafka.schemaRegistryUrl    | ''                | kafka.schemaRegistryUrl is required: the URL of your schema registry
            bridge.config.sources      | null              | bridge.config.sources is required: where broker messages come from; or set bridge.enabled to false
            bridge.config.kafka.acks   | 1                 | bridge.config.kafka is set by the chart; remove it from your values
            streams.config.management.port | 1             | streams.config.management is set by the chart; remove it from your values
            streams.config.state.directory | /x            | streams.config.state.directory is set by the chart; remove it from your values
            streams.config.topics.events   | other         | bridge.config.topics.events is fleet.connection-events, streams.config.topics.events is other: they must be the same
            kafka.properties.bootstrap\\.servers | x:1     | kafka.properties.bootstrap.servers: set kafka.bootstrapServers and kafka.schemaRegistryUrl instead
            """)
    void shouldSayHowToMendItWhenValuesDoNotFit(String key, String value, String message) {
        assertThatThrownBy(() -> new Chart(directory).text(MINIMAL, Map.of(key, value)))
                .hasMessageContaining(message);
    }

    @Test
    void shouldRefuseToScrapeEveryPodTwice() {
        Map<String, String> both =
                Map.of("monitoring.podMonitor.enabled", "true", "monitoring.serviceMonitor.enabled", "true");
        assertThatThrownBy(() -> new Chart(directory).text(MINIMAL, both))
                .hasMessageContaining("every pod would be scraped twice; switch one off");
    }

    private static Stream<Path> examples() {
        return Chart.examples();
    }

    private static String identity(JsonNode manifest) {
        return manifest.path("kind").asText() + " "
                + manifest.at("/metadata/name").asText();
    }
}
