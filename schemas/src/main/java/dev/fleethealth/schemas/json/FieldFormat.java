package dev.fleethealth.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** How one field of a record stands in JSON, and what it is when it is absent. */
final class FieldFormat {
    private final SerializableString name;
    private final int position;
    private final ValueFormat format;
    private final boolean optional;
    private final Schema schema;
    private final SpecificData model;
    private final @Nullable Object absent;

    FieldFormat(Schema.Field field, ValueFormat format, SpecificData model) {
        this.name = new SerializedString(field.name());
        this.position = field.pos();
        this.format = format;
        this.optional = field.hasDefaultValue();
        this.schema = field.schema();
        this.model = model;
        this.absent = optional ? model.getDefaultValue(field) : null;
    }

    int position() {
        return position;
    }

    void write(JsonGenerator json, SpecificRecord record) throws IOException {
        Object value = record.get(position);
        if (value == null) {
            return;
        }
        json.writeFieldName(name);
        try {
            format.write(json, value);
        } catch (CanonicalJsonException wrong) {
            throw atField(wrong);
        }
    }

    void read(JsonParser json, SpecificRecord record) throws IOException {
        try {
            record.put(position, format.read(json));
        } catch (CanonicalJsonException wrong) {
            throw atField(wrong);
        }
    }

    void fillIn(SpecificRecord record) {
        if (!optional) {
            throw new CanonicalJsonException("field \"%s\": is missing".formatted(name.getValue()));
        }
        if (absent != null) {
            record.put(position, model.deepCopy(schema, absent));
        }
    }

    CanonicalJsonException twice() {
        return new CanonicalJsonException("field \"%s\": stands twice".formatted(name.getValue()));
    }

    private CanonicalJsonException atField(CanonicalJsonException wrong) {
        return new CanonicalJsonException("field \"%s\": %s".formatted(name.getValue(), wrong.getMessage()), wrong);
    }
}
