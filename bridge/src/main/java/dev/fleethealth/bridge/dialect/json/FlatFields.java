package dev.fleethealth.bridge.dialect.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The fields of an object as a flat map of texts under dotted names, for an event's attributes. */
final class FlatFields {
    /** Enough for every broker's own fields and a good number of user properties; the rest is left out. */
    private static final int MAX_FIELDS = 100;

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Set<String> mapped;
    private final Set<String> absentTexts;

    private FlatFields(Set<String> mapped, Set<String> absentTexts) {
        this.mapped = mapped;
        this.absentTexts = absentTexts;
    }

    static Map<String, String> of(ObjectNode node, Set<String> mapped, Set<String> absentTexts) {
        FlatFields flat = new FlatFields(mapped, absentTexts);
        flat.addAll("", node);
        return flat.fields;
    }

    private void addAll(String path, ObjectNode node) {
        node.properties().forEach(field -> add(path + field.getKey(), field.getValue()));
    }

    private void add(String name, JsonNode value) {
        if (mapped.contains(name) || isAbsent(value)) {
            return;
        }
        if (value instanceof ObjectNode object) {
            addAll(name + ".", object);
        } else if (fields.size() < MAX_FIELDS) {
            fields.put(name, value.isValueNode() ? value.asText() : value.toString());
        }
    }

    private boolean isAbsent(JsonNode value) {
        boolean none = value.isNull() || value.isArray() && value.isEmpty();
        return none || value.isTextual() && absentTexts.contains(value.textValue());
    }
}
