package dev.fleethealth.schemas.registry;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;

/** Remembers what cannot change: which id a schema has under a subject, and which schema an id stands for. */
final class CachingRegistryClient implements RegistryClient {
    private final RegistryClient registry;
    private final ConcurrentMap<SchemaOfSubject, Integer> registered = new ConcurrentHashMap<>();
    private final ConcurrentMap<SchemaOfSubject, Integer> found = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, Schema> schemas = new ConcurrentHashMap<>();

    private record SchemaOfSubject(String subject, Schema schema) {}

    CachingRegistryClient(RegistryClient registry) {
        this.registry = registry;
    }

    @Override
    public int register(String subject, Schema schema) {
        return registered.computeIfAbsent(
                new SchemaOfSubject(subject, schema), wanted -> registry.register(subject, schema));
    }

    @Override
    public int lookUp(String subject, Schema schema) {
        return found.computeIfAbsent(new SchemaOfSubject(subject, schema), wanted -> registry.lookUp(subject, schema));
    }

    @Override
    public RegisteredSchema latest(String subject) {
        return registry.latest(subject);
    }

    @Override
    public Schema schemaById(int id) {
        return schemas.computeIfAbsent(id, registry::schemaById);
    }

    @Override
    public CompatibilityReport testCompatibility(String subject, Schema schema) {
        return registry.testCompatibility(subject, schema);
    }

    @Override
    public Optional<CompatibilityLevel> compatibility(String subject) {
        return registry.compatibility(subject);
    }

    @Override
    public void setCompatibility(String subject, CompatibilityLevel level) {
        registry.setCompatibility(subject, level);
    }
}
