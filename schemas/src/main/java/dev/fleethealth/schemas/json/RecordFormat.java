package dev.fleethealth.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** How one record type stands in JSON, worked out once from its schema. */
final class RecordFormat {
    private final Class<?> type;
    private final Schema schema;
    private final List<FieldFormat> fields = new ArrayList<>();
    private final Map<String, FieldFormat> fieldsByName = new HashMap<>();

    RecordFormat(Class<?> type) {
        SpecificData model = SpecificData.getForClass(type);
        this.type = type;
        this.schema = model.getSchema(type);
        for (Schema.Field field : schema.getFields()) {
            FieldFormat format = new FieldFormat(field, formatOf(field.schema(), model), model);
            fields.add(format);
            fieldsByName.put(field.name(), format);
        }
    }

    void write(JsonGenerator json, SpecificRecord record) throws IOException {
        json.writeStartObject();
        for (FieldFormat field : fields) {
            field.write(json, record);
        }
        json.writeEndObject();
    }

    SpecificRecord read(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new CanonicalJsonException("expected a JSON object with the fields of a " + schema.getName());
        }
        SpecificRecord record = (SpecificRecord) SpecificData.newInstance(type, schema);
        boolean[] present = new boolean[fields.size()];
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            readField(json, record, name, present);
        }
        for (FieldFormat field : fields) {
            if (!present[field.position()]) {
                field.fillIn(record);
            }
        }
        return record;
    }

    /** A null is the same as a field that is left out. */
    private void readField(JsonParser json, SpecificRecord record, String name, boolean[] present) throws IOException {
        FieldFormat field = fieldsByName.get(name);
        if (field == null) {
            throw new CanonicalJsonException("field \"%s\": is unknown%s"
                    .formatted(NearestName.shown(name), NearestName.hint(name, fieldsByName.keySet())));
        }
        if (present[field.position()]) {
            throw field.twice();
        }
        if (json.nextToken() != JsonToken.VALUE_NULL) {
            field.read(json, record);
            present[field.position()] = true;
        }
    }

    private static ValueFormat formatOf(Schema schema, SpecificData model) {
        return switch (schema.getType()) {
            case UNION -> formatOf(nonNull(schema), model);
            case STRING -> ScalarFormats.Text.FORMAT;
            case INT -> ScalarFormats.Int32.FORMAT;
            case LONG ->
                schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
                        ? ScalarFormats.Timestamp.FORMAT
                        : ScalarFormats.Int64.FORMAT;
            case DOUBLE -> ScalarFormats.Float64.FORMAT;
            case BOOLEAN -> ScalarFormats.Bool.FORMAT;
            case ENUM -> new EnumFormat(schema, model);
            case ARRAY -> new ListFormat(formatOf(schema.getElementType(), model));
            case MAP -> new MapFormat(formatOf(schema.getValueType(), model));
            default -> throw new IllegalArgumentException("no canonical JSON for the Avro type " + schema.getType());
        };
    }

    private static Schema nonNull(Schema union) {
        return union.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .reduce((first, second) -> {
                    throw new IllegalArgumentException("no canonical JSON for a union of several types: " + union);
                })
                .orElseThrow();
    }
}
