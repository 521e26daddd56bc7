package dev.fleethealth.schemas.registry;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** One reader for each schema id that was seen. */
final class RecordReaders<T extends SpecificRecord> {
    private final RegistryClient registry;
    private final @Nullable Class<? extends SpecificRecord> type;
    private final ConcurrentMap<Integer, RecordReader<T>> readers = new ConcurrentHashMap<>();

    /** Makes readers of one type, or with null of the type that each schema names. */
    RecordReaders(RegistryClient registry, @Nullable Class<? extends SpecificRecord> type) {
        this.registry = registry;
        this.type = type;
    }

    /**
     * The reader for records that were written with this id.
     *
     * @throws SerializationException when no such schema exists, or it is not a schema of the type that is read
     */
    RecordReader<T> reader(int id) {
        RecordReader<T> present = readers.get(id);
        return present == null ? readers.computeIfAbsent(id, this::create) : present;
    }

    private RecordReader<T> create(int id) {
        Schema written = schema(id);
        return new RecordReader<>(written, type == null ? typeOf(written) : type);
    }

    /** Only an id that a registry says it does not have is the record's fault. */
    private Schema schema(int id) {
        try {
            return registry.schemaById(id);
        } catch (RegistryRejectedException rejected) {
            if (rejected.errorCode() != RegistryRejectedException.SCHEMA_NOT_FOUND) {
                throw rejected;
            }
            throw new SerializationException("the registry has no schema with the id " + id, rejected);
        }
    }

    private static Class<? extends SpecificRecord> typeOf(Schema written) {
        Class<?> named = namedClass(written);
        if (named == null || !SpecificRecord.class.isAssignableFrom(named)) {
            throw new SerializationException(
                    "schema %s names no record of this program".formatted(written.getFullName()));
        }
        return named.asSubclass(SpecificRecord.class);
    }

    /** Avro refuses to load a class that is not trusted. */
    private static @Nullable Class<?> namedClass(Schema written) {
        try {
            return SpecificData.get().getClass(written);
        } catch (SecurityException refused) {
            throw new SerializationException("schema %s is not trusted".formatted(written.getFullName()), refused);
        }
    }
}
