package dev.fleethealth.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Avro maps as JSON objects, sorted by key so that equal records have equal texts. */
record MapFormat(ValueFormat values) implements ValueFormat {

    @Override
    public void write(JsonGenerator json, Object value) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : sorted((Map<?, ?>) value).entrySet()) {
            json.writeFieldName(entry.getKey().toString());
            values.write(json, entry.getValue());
        }
        json.writeEndObject();
    }

    @Override
    public Map<String, Object> read(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw ValueFormat.mismatch(json, "an object");
        }
        Map<String, Object> entries = new HashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            json.nextToken();
            if (entries.put(key, values.read(json)) != null) {
                throw new CanonicalJsonException("key \"%s\" stands twice".formatted(NearestName.shown(key)));
            }
        }
        return entries;
    }

    private static Map<?, ?> sorted(Map<?, ?> entries) {
        return entries.size() < 2 ? entries : new TreeMap<>(entries);
    }
}
