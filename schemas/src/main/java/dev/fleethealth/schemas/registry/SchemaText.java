package dev.fleethealth.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/**
 * The text of a schema as it is registered: with docs, defaults and logical types, and without the property that tells
 * Avro's Java code which class a string is. A registry takes that property for a new version next to the one that was
 * registered from the {@code .avsc} file.
 */
final class SchemaText {
    private static final JsonMapper MAPPER = new JsonMapper();

    private SchemaText() {}

    static String of(Schema schema) {
        try {
            return MAPPER.writeValueAsString(withoutJava(MAPPER.readTree(schema.toString())));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(
                    "Avro wrote a schema that is not JSON: " + schema.getFullName(), impossible);
        }
    }

    private static JsonNode withoutJava(JsonNode schema) {
        if (schema instanceof ArrayNode union) {
            ArrayNode branches = union.arrayNode();
            union.forEach(branch -> branches.add(withoutJava(branch)));
            return branches;
        }
        return schema instanceof ObjectNode type ? withoutJava(type) : schema;
    }

    private static JsonNode withoutJava(ObjectNode type) {
        boolean removed = type.remove(GenericData.STRING_PROP) != null;
        if (removed && type.size() == 1 && type.get("type").isTextual()) {
            return type.get("type");
        }
        for (String nested : new String[] {"type", "items", "values"}) {
            if (type.has(nested)) {
                type.set(nested, withoutJava(type.get(nested)));
            }
        }
        type.path("fields").forEach(field -> withoutJava((ObjectNode) field));
        return type;
    }
}
