package dev.fleethealth.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Avro arrays as JSON arrays. */
record ListFormat(ValueFormat items) implements ValueFormat {

    @Override
    public void write(JsonGenerator json, Object value) throws IOException {
        json.writeStartArray();
        for (Object item : (List<?>) value) {
            items.write(json, item);
        }
        json.writeEndArray();
    }

    @Override
    public List<Object> read(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw ValueFormat.mismatch(json, "an array");
        }
        List<Object> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(items.read(json));
        }
        return values;
    }
}
