package dev.fleethealth.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesSchemaTest {
    private static final Path MINIMAL = Chart.ROOT.resolve("ci/minimal-values.yaml");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bridg.enabled                         | true      | additional properties 'bridg' not allowed
            bridge.replica                        | 2         | additional properties 'replica' not allowed
            bridge.replicas                       | two       | got string, want integer
            bridge.replicas                       | -1        | minimum: got -1, want 0
            bridge.intakePort                     | 70000     | maximum: got 70,000, want 65,535
            bridge.image.pullPolicy               | Sometimes | value must be one of 'Always', 'IfNotPresent', 'Never'
            streams.image.digest                  | x         | additional properties 'digest' not allowed
            streams.persistence.size              | large     | 'large' does not match pattern
            streams.resources.limits.memmory      | 1Gi       | additional properties 'memmory' not allowed
            streams.terminationGracePeriodSeconds | 5         | minimum: got 5, want 25
            streams.startupSeconds                | 1         | minimum: got 1, want 30
            streams.podAnnotations.a              | true      | got boolean, want string
            kafka.bootstrapServers                | kafka     | 'kafka' does not match pattern
            kafka.schemaRegistryUrl               | registry  | 'registry' does not match pattern
            kafka.properties.ssl.protocol         | TLSv1.3   | got object, want boolean or number or string
            monitoring.podMonitor.interval        | often     | 'often' does not match pattern
            monitoring.serviceMonitor.path        | /x        | additional properties 'path' not allowed
            serviceAccount.token                  | true      | additional properties 'token' not allowed
            streams.extraEnv[0].nam               | A         | additional properties 'nam' not allowed
            streams.extraEnv[0].name              | A-B       | 'A-B' does not match pattern
            bridge.extraEnv[0].name               | POD_NAME  | 'not' failed
            bridge.podLabels.a                    | 1         | got number, want string
            bridge.topologySpreadConstraints[0]   | zone      | got string, want object
            streams.priorityClassName             | 1         | got number, want string
            streams.queryPort                     | 0         | minimum: got 0, want 1
            networkPolicy.queryFrom[0].cidr       | x         | additional properties 'cidr' not allowed
            preparation.enabled                   | maybe     | got string, want boolean
            networkPolicy.egress                  | true      | additional properties 'egress' not allowed
            """)
    void shouldRefuseValuesThatMeanNothing(String key, String value, String message) {
        assertThatThrownBy(() -> new Chart(directory).text(MINIMAL, Map.of(key, value)))
                .hasMessageContaining(message)
                .hasMessageContaining("values don't meet the specifications of the schema");
    }

    @Test
    void shouldDescribeEveryValueThatHasADefault() throws IOException {
        // Given
        JsonNode schema = new ObjectMapper()
                .readTree(Chart.ROOT.resolve("values.schema.json").toFile());
        JsonNode values =
                new YAMLMapper().readTree(Chart.ROOT.resolve("values.yaml").toFile());
        List<String> missing = new ArrayList<>();

        // When
        compare(schema, schema, values, "", missing);

        // Then
        assertThat(missing).isEmpty();
    }

    private static void compare(JsonNode root, JsonNode schema, JsonNode values, String path, List<String> missing) {
        JsonNode own = schema.has("$ref") ? root.at(schema.get("$ref").asText().substring(1)) : schema;
        if (!own.path("properties").isObject()) {
            return;
        }
        values.properties().forEach(value -> {
            String key = path + "." + value.getKey();
            JsonNode described = own.path("properties").path(value.getKey());
            if (described.isMissingNode()) {
                missing.add(key);
            } else {
                compare(root, described, value.getValue(), key, missing);
            }
        });
    }
}
