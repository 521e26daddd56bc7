package dev.fleethealth.streams.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code openapi.yaml}, and whether answers are as it says: an answer must not even hold what it does not name. */
final class ApiDocument {
    private static final String NAME = "https://fleethealth.dev/openapi.yaml";

    /** What other schemas take in with {@code allOf} can't forbid what these add. */
    private static final String TAKEN_IN = "SilenceFields";

    private final JsonNode document;
    private final JsonSchemaFactory schemas;

    ApiDocument() {
        try (InputStream yaml = QueryServer.class.getResourceAsStream("/dev/fleethealth/streams/query/openapi.yaml")) {
            document = new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonNode strict = document.deepCopy();
        forbidMore(strict);
        schemas = JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(NAME, strict.toString()))));
    }

    /** Methods and paths with the names of their query parameters. */
    Map<String, List<String>> operations() {
        Map<String, List<String>> operations = new LinkedHashMap<>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> operations.put(
                        operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                        queryParameters(operation.getValue()))));
        return operations;
    }

    /** Those that need no token. */
    List<String> open() {
        List<String> open = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (operation.getValue().path("security").size() == 1) {
                        open.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return open;
    }

    /** Fails unless the answer is one that the document allows there. */
    void check(String method, String path, int status, Optional<String> contentType, String body) {
        String operation = "/paths/" + path.replace("/", "~1") + "/" + method.toLowerCase(Locale.ROOT);
        JsonNode responses = document.at(operation).path("responses");
        String response = responses.has(Integer.toString(status)) ? Integer.toString(status) : "default";
        assertThat(responses.has(response))
                .as("%s %s: %s is documented", method, path, status)
                .isTrue();
        JsonNode found = responses.path(response);
        String place =
                found.has("$ref") ? found.path("$ref").asText().substring(1) : operation + "/responses/" + response;
        JsonNode content = document.at(place).path("content");
        if (content.isMissingNode()) {
            assertThat(body).isEmpty();
            return;
        }
        String type = contentType.orElse("").replaceAll(";.*", "");
        assertThat(content.has(type))
                .as("%s %s %s: %s is documented", method, path, status, type)
                .isTrue();
        if (type.endsWith("json")) {
            String schema = NAME + "#" + place + "/content/" + type.replace("/", "~1") + "/schema";
            assertThat(schemas.getSchema(SchemaLocation.of(schema)).validate(body, InputFormat.JSON))
                    .as("%s %s %s", method, path, body)
                    .isEmpty();
        }
    }

    /** Fails unless a value is as a schema of the document says. */
    void checkSchema(String name, String json) {
        assertThat(schemas.getSchema(SchemaLocation.of(NAME + "#/components/schemas/" + name))
                        .validate(json, InputFormat.JSON))
                .as(json)
                .isEmpty();
    }

    private List<String> queryParameters(JsonNode operation) {
        List<String> names = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode resolved = parameter.has("$ref")
                    ? document.at(parameter.path("$ref").asText().substring(1))
                    : parameter;
            if (resolved.path("in").asText().equals("query")) {
                names.add(resolved.path("name").asText());
            }
        }
        return names;
    }

    private static void forbidMore(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("type").asText().equals("object")
                && object.has("properties")
                && !object.has("additionalProperties")
                && !object.has("unevaluatedProperties")) {
            object.put("unevaluatedProperties", false);
        }
        node.properties().stream()
                .filter(field ->
                        !field.getKey().equals("allOf") && !field.getKey().equals(TAKEN_IN))
                .forEach(field -> forbidMore(field.getValue()));
        if (node.isArray()) {
            node.forEach(ApiDocument::forbidMore);
        }
    }
}
