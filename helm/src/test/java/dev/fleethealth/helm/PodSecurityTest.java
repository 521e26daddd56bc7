package dev.fleethealth.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pod fits the restricted pod security standard, and more. */
class PodSecurityTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("examples")
    void shouldAllowNoPodAnything(Path values) {
        // When
        List<JsonNode> pods = pods(new Chart(directory).manifests(values));

        // Then
        assertThat(pods).isNotEmpty().allSatisfy(PodSecurityTest::isHardened);
        assertThat(pods.stream().flatMap(pod -> containers(pod)))
                .hasSameSizeAs(pods)
                .allSatisfy(PodSecurityTest::isHardenedContainer);
    }

    private static void isHardened(JsonNode pod) {
        JsonNode security = pod.path("securityContext");
        assertThat(security.path("runAsNonRoot").asBoolean()).isTrue();
        assertThat(security.path("runAsUser").asInt()).isEqualTo(10_001);
        assertThat(security.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.findValues("hostPath")).isEmpty();
        assertThat(pod.has("hostNetwork") || pod.has("hostPID") || pod.has("hostIPC"))
                .isFalse();
    }

    private static void isHardenedContainer(JsonNode container) {
        JsonNode security = container.path("securityContext");
        assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
        assertThat(security.path("privileged").asBoolean()).isFalse();
        assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
        assertThat(container.findValuesAsText("mountPath")).contains("/tmp");
    }

    private static List<JsonNode> pods(List<JsonNode> manifests) {
        List<JsonNode> pods = new ArrayList<>();
        for (JsonNode manifest : manifests) {
            if (manifest.path("kind").asText().equals("Pod")) {
                pods.add(manifest.get("spec"));
            } else if (manifest.at("/spec/template/spec").isObject()) {
                pods.add(manifest.at("/spec/template/spec"));
            }
        }
        return pods;
    }

    private static Stream<JsonNode> containers(JsonNode pod) {
        return StreamSupport.stream(pod.get("containers").spliterator(), false);
    }

    private static Stream<Path> examples() {
        return Chart.examples();
    }
}
