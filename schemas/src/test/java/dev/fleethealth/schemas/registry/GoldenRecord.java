package dev.fleethealth.schemas.registry;

import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;

/** The record of the golden vector, written by hand so that the vector does not move with our own schemas. */
public final class GoldenRecord extends SpecificRecordBase {
    public static final Schema SCHEMA$ = Schema.createRecord(
            "GoldenRecord",
            null,
            GoldenRecord.class.getPackageName(),
            false,
            List.of(
                    new Schema.Field("clientId", Schema.create(Schema.Type.STRING)),
                    new Schema.Field(
                            "ts", LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG)))));

    private final String clientId;
    private final long ts;

    GoldenRecord(String clientId, long ts) {
        this.clientId = clientId;
        this.ts = ts;
    }

    @Override
    public Schema getSchema() {
        return SCHEMA$;
    }

    @Override
    public Object get(int field) {
        return field == 0 ? clientId : ts;
    }

    @Override
    public void put(int field, Object value) {
        throw new UnsupportedOperationException();
    }
}
