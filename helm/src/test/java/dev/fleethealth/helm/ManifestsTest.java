package dev.fleethealth.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kubernetes knows every field, and misses none. */
class ManifestsTest {
    private static final Map<String, Check> CHECKS = Map.ofEntries(
            entry("v1 ConfigMap", V1ConfigMap::validateJsonElement),
            entry("v1 Pod", V1Pod::validateJsonElement),
            entry("v1 Service", V1Service::validateJsonElement),
            entry("v1 ServiceAccount", V1ServiceAccount::validateJsonElement),
            entry("apps/v1 StatefulSet", V1StatefulSet::validateJsonElement),
            entry("batch/v1 Job", V1Job::validateJsonElement),
            entry("policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement),
            entry("networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::validateJsonElement),
            entry("monitoring.coreos.com/v1 PodMonitor", manifest -> {}),
            entry("monitoring.coreos.com/v1 ServiceMonitor", manifest -> {}),
            entry("monitoring.coreos.com/v1 PrometheusRule", manifest -> {}));

    /** Fields of the Prometheus operator's kinds, of which no Java library on Central knows; {@code kubernetes/check} knows their types. */
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "/spec", Set.of("selector", "jobLabel", "podMetricsEndpoints", "endpoints", "groups"),
            "/spec/podMetricsEndpoints/0", Set.of("port", "path", "interval", "relabelings"),
            "/spec/endpoints/0", Set.of("port", "path", "interval", "relabelings"),
            "/spec/groups/0", Set.of("name", "interval", "rules"),
            "/spec/groups/1/rules/0", Set.of("alert", "expr", "for", "keep_firing_for", "labels", "annotations"));

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("examples")
    void shouldBeKnownToKubernetes(Path values) {
        assertThat(new Chart(directory).manifests(values)).allSatisfy(manifest -> {
            String kind = manifest.path("apiVersion").asText() + " "
                    + manifest.path("kind").asText();
            assertThat(CHECKS).containsKey(kind);
            assertThatCode(() -> CHECKS.get(kind).check(JsonParser.parseString(manifest.toString())))
                    .as(kind)
                    .doesNotThrowAnyException();
            if (kind.startsWith("monitoring")) {
                assertThat(FIELDS).allSatisfy((place, fields) -> hasOnly(manifest.at(place), fields));
            }
        });
    }

    private static Map.Entry<String, Check> entry(String kind, Check check) {
        return Map.entry(kind, check);
    }

    private static void hasOnly(JsonNode node, Set<String> fields) {
        assertThat(node.fieldNames()).toIterable().isSubsetOf(fields);
    }

    private static Stream<Path> examples() {
        return Chart.examples();
    }

    private interface Check {
        void check(JsonElement manifest) throws IOException;
    }
}
