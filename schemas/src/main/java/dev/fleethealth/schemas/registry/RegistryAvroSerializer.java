package dev.fleethealth.schemas.registry;

import dev.fleethealth.schemas.TrustedRecords;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes Avro records in Confluent wire format. Configured by the keys of {@link RegistryClientConfig} and
 * {@link RegistrySerdeConfig}; safe for use by many threads.
 *
 * <p>A {@code SerializationException} means that this one record cannot be written. Everything else that it throws is trouble
 * with the registry, and no reason to drop a record.
 */
public final class RegistryAvroSerializer<T extends SpecificRecord> implements Serializer<T>, WarmUp {
    private final ThreadLocal<RecordEncoder> encoders = ThreadLocal.withInitial(RecordEncoder::new);
    private @Nullable SchemaIds ids;

    static {
        TrustedRecords.trust();
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        ids = new SchemaIds(RegistryClients.of(configs), new RegistrySerdeConfig(configs, isKey));
    }

    @Override
    public void warmUp(String topic, Schema schema) {
        ids().header(topic, schema);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T data) {
        if (data == null) {
            return null;
        }
        byte[] header = ids().header(topic, data.getSchema());
        try {
            return encoders.get().encode(header, data);
        } catch (RuntimeException wrongRecord) {
            encoders.remove();
            throw new SerializationException(
                    "a %s for topic %s cannot be written"
                            .formatted(data.getSchema().getName(), topic),
                    wrongRecord);
        }
    }

    private SchemaIds ids() {
        return Objects.requireNonNull(ids, "configure() was not called");
    }
}
