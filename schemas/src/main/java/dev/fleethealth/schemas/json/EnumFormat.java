package dev.fleethealth.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** Enums as the names of their symbols. */
final class EnumFormat implements ValueFormat {
    private final String name;
    private final Map<String, Object> constants = new HashMap<>();

    EnumFormat(Schema schema, SpecificData model) {
        name = schema.getName();
        for (String symbol : schema.getEnumSymbols()) {
            constants.put(symbol, model.createEnum(symbol, schema));
        }
    }

    @Override
    public void write(JsonGenerator json, Object value) throws IOException {
        json.writeString(value.toString());
    }

    @Override
    public Object read(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw ValueFormat.mismatch(json, "a name of " + name);
        }
        String symbol = json.getText();
        Object constant = constants.get(symbol);
        if (constant == null) {
            throw new CanonicalJsonException("unknown %s \"%s\"%s"
                    .formatted(name, NearestName.shown(symbol), NearestName.hint(symbol, constants.keySet())));
        }
        return constant;
    }
}
