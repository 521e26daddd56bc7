package dev.fleethealth.schemas.registry;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.InvalidConfigurationException;

/** The bytes in front of each record, by topic and schema; the registry is asked once for each. */
final class SchemaIds {
    private final RegistryClient registry;
    private final RegistrySerdeConfig config;
    private final SubjectNames subjects;
    private final ConcurrentMap<SchemaOnTopic, byte[]> headers = new ConcurrentHashMap<>();

    private record SchemaOnTopic(String topic, Schema schema) {}

    SchemaIds(RegistryClient registry, RegistrySerdeConfig config) {
        this.registry = registry;
        this.config = config;
        this.subjects = config.subjectNames();
    }

    /** Shared with all callers, who only read it. */
    byte[] header(String topic, Schema schema) {
        SchemaOnTopic wanted = new SchemaOnTopic(topic, schema);
        byte[] present = headers.get(wanted);
        return present == null ? headers.computeIfAbsent(wanted, this::ask) : present;
    }

    private byte[] ask(SchemaOnTopic wanted) {
        return WireFormat.header(id(subjects.subject(wanted.topic, wanted.schema), wanted.schema));
    }

    private int id(String subject, Schema schema) {
        if (config.autoRegister()) {
            return registry.register(subject, schema);
        }
        return config.useLatest() ? idOfLatest(subject, schema) : registry.lookUp(subject, schema);
    }

    private int idOfLatest(String subject, Schema schema) {
        RegisteredSchema latest = registry.latest(subject);
        if (!latest.schema().equals(new Schema.Parser().parse(SchemaText.of(schema)))) {
            throw new InvalidConfigurationException(
                    "version %d of subject %s is not the schema of this program, expected it because %s is set"
                            .formatted(latest.version(), subject, RegistrySerdeConfig.USE_LATEST));
        }
        return latest.id();
    }
}
