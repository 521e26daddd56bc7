package dev.fleethealth.schemas.registry;

import dev.fleethealth.schemas.TrustedRecords;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads Avro records in Confluent wire format, whatever version of the schema they were written with, into the version that
 * this program was built with. Configured by the keys of {@link RegistryClientConfig} and {@link RegistrySerdeConfig}; safe for
 * use by many threads.
 *
 * <p>A {@code SerializationException} means that these bytes will never be a record. Everything else that it throws is trouble
 * with the registry, and no reason to drop a record.
 */
public final class RegistryAvroDeserializer<T extends SpecificRecord> implements Deserializer<T>, WarmUp {
    private final @Nullable Class<T> type;
    private @Nullable RecordReaders<T> readers;
    private @Nullable SubjectNames subjects;
    private @Nullable RegistryClient registry;

    static {
        TrustedRecords.trust();
    }

    /** Reads the type that is configured, else the type that the writer's schema names. */
    public RegistryAvroDeserializer() {
        this.type = null;
    }

    /** Reads one type only. */
    public RegistryAvroDeserializer(Class<T> type) {
        this.type = type;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        RegistrySerdeConfig config = new RegistrySerdeConfig(configs, isKey);
        RegistryClient client = RegistryClients.of(configs);
        registry = client;
        subjects = config.subjectNames();
        readers = new RecordReaders<>(client, type == null ? config.recordType() : type);
    }

    /** Asks for this program's own version; records of other versions cost one call for each version. */
    @Override
    public void warmUp(String topic, Schema schema) {
        try {
            String subject = configured(subjects).subject(topic, schema);
            configured(readers).reader(configured(registry).lookUp(subject, schema));
        } catch (RegistryRejectedException notYetRegistered) {
            if (notYetRegistered.errorCode() != RegistryRejectedException.SCHEMA_NOT_FOUND
                    && notYetRegistered.errorCode() != RegistryRejectedException.SUBJECT_NOT_FOUND) {
                throw notYetRegistered;
            }
        }
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] data) {
        if (data == null) {
            return null;
        }
        try {
            return configured(readers).reader(WireFormat.schemaId(data)).read(data);
        } catch (SerializationException wrongBytes) {
            throw new SerializationException(
                    "a record of topic %s cannot be read: %s".formatted(topic, wrongBytes.getMessage()), wrongBytes);
        }
    }

    private static <V> V configured(@Nullable V part) {
        return Objects.requireNonNull(part, "configure() was not called");
    }
}
