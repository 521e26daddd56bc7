package dev.fleethealth.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.apache.kafka.common.errors.InvalidConfigurationException;

/** Speaks the Confluent REST API. */
final class HttpRegistryClient implements RegistryClient {
    private static final int NOT_FOUND = 404;

    private final RegistryTransport transport;
    private final boolean normalize;

    HttpRegistryClient(RegistryTransport transport, boolean normalize) {
        this.transport = transport;
        this.normalize = normalize;
    }

    @Override
    public int register(String subject, Schema schema) {
        return id(transport.send(RegistryRequest.post(versions(subject) + normalization(), body(schema))));
    }

    @Override
    public int lookUp(String subject, Schema schema) {
        return id(transport.send(RegistryRequest.post(subject(subject) + normalization(), body(schema))));
    }

    @Override
    public RegisteredSchema latest(String subject) {
        JsonNode answer = transport.send(RegistryRequest.get(versions(subject) + "/latest"));
        return new RegisteredSchema(id(answer), integer(answer, "version"), schema(answer));
    }

    @Override
    public Schema schemaById(int id) {
        return schema(transport.send(RegistryRequest.get("/schemas/ids/" + Integer.toUnsignedString(id))));
    }

    @Override
    public CompatibilityReport testCompatibility(String subject, Schema schema) {
        try {
            return report(transport.send(
                    RegistryRequest.post("/compatibility" + versions(subject) + "/latest?verbose=true", body(schema))));
        } catch (RegistryRejectedException rejected) {
            if (rejected.errorCode() != RegistryRejectedException.SUBJECT_NOT_FOUND
                    && rejected.errorCode() != RegistryRejectedException.VERSION_NOT_FOUND) {
                throw rejected;
            }
            return new CompatibilityReport(true, List.of());
        }
    }

    @Override
    public Optional<CompatibilityLevel> compatibility(String subject) {
        try {
            JsonNode answer = transport.send(RegistryRequest.get(config(subject)));
            return Optional.of(CompatibilityLevel.valueOf(text(answer, "compatibilityLevel")));
        } catch (RegistryRejectedException rejected) {
            if (rejected.status() != NOT_FOUND || rejected.errorCode() == 0) {
                throw rejected;
            }
            return Optional.empty();
        }
    }

    @Override
    public void setCompatibility(String subject, CompatibilityLevel level) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("compatibility", level.name())
                .toString();
        transport.send(RegistryRequest.put(config(subject), body));
    }

    private static String subject(String subject) {
        return "/subjects/" + RegistryRequest.segment(subject);
    }

    private static String versions(String subject) {
        return subject(subject) + "/versions";
    }

    private static String config(String subject) {
        return "/config/" + RegistryRequest.segment(subject);
    }

    private String normalization() {
        return "?normalize=" + normalize;
    }

    private static String body(Schema schema) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("schema", SchemaText.of(schema))
                .toString();
    }

    /** Registries differ in what else they tell about incompatibility: a list, one text, or nothing. */
    private static CompatibilityReport report(JsonNode answer) {
        List<String> reasons = new ArrayList<>();
        answer.path("messages").forEach(message -> reasons.add(message.asText()));
        if (answer.hasNonNull("reason")) {
            reasons.add(answer.get("reason").asText());
        }
        return new CompatibilityReport(field(answer, "is_compatible").asBoolean(), reasons);
    }

    private static int id(JsonNode answer) {
        return integer(answer, "id");
    }

    private static int integer(JsonNode answer, String name) {
        JsonNode value = field(answer, name);
        if (!value.canConvertToInt()) {
            throw strange(name, "a number");
        }
        return value.intValue();
    }

    private static String text(JsonNode answer, String name) {
        JsonNode value = field(answer, name);
        if (!value.isTextual()) {
            throw strange(name, "a text");
        }
        return value.textValue();
    }

    private static JsonNode field(JsonNode answer, String name) {
        JsonNode value = answer.get(name);
        if (value == null) {
            throw strange(name, "it to be there");
        }
        return value;
    }

    private static Schema schema(JsonNode answer) {
        String type = answer.path("schemaType").asText("AVRO");
        if (!"AVRO".equals(type)) {
            throw new InvalidConfigurationException("schema type " + type + ", expected AVRO");
        }
        try {
            return new Schema.Parser().parse(text(answer, "schema"));
        } catch (SchemaParseException broken) {
            throw new InvalidConfigurationException("the registry holds a schema that is not Avro", broken);
        }
    }

    private static InvalidConfigurationException strange(String name, String expected) {
        return new InvalidConfigurationException(
                "field \"%s\" in the answer of the schema registry: expected %s".formatted(name, expected));
    }
}
