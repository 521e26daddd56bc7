package dev.fleethealth.schemas.registry;

import static dev.fleethealth.schemas.registry.RegistryRejectedException.SCHEMA_NOT_FOUND;
import static dev.fleethealth.schemas.registry.RegistryRejectedException.SUBJECT_NOT_FOUND;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;

/** A registry in memory, for tests and trials: same rules, same refusals, gone with the process. */
final class InMemoryRegistryClient implements RegistryClient {
    private static final int NOT_FOUND = 404;
    private static final int INCOMPATIBLE = 40901;

    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, List<Integer>> idsBySubject = new HashMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();

    @Override
    public synchronized int register(String subject, Schema schema) {
        Schema plain = plain(schema);
        List<Integer> ids = idsBySubject.getOrDefault(subject, List.of());
        int known = idOf(plain);
        if (ids.contains(known)) {
            return known;
        }
        CompatibilityReport report = testCompatibility(subject, plain);
        if (!report.compatible()) {
            throw new RegistryRejectedException(
                    "schema is not compatible with subject " + subject + ": " + report.reasons(),
                    RegistryRejectedException.CONFLICT,
                    INCOMPATIBLE);
        }
        int id = known > 0 ? known : add(plain);
        idsBySubject.computeIfAbsent(subject, absent -> new ArrayList<>()).add(id);
        return id;
    }

    @Override
    public synchronized int lookUp(String subject, Schema schema) {
        int id = idOf(plain(schema));
        if (!ids(subject).contains(id)) {
            throw new RegistryRejectedException(
                    "schema %s is not registered under subject %s".formatted(schema.getFullName(), subject),
                    NOT_FOUND,
                    SCHEMA_NOT_FOUND);
        }
        return id;
    }

    @Override
    public synchronized RegisteredSchema latest(String subject) {
        List<Integer> ids = ids(subject);
        int id = ids.get(ids.size() - 1);
        return new RegisteredSchema(id, ids.size(), schemaById(id));
    }

    @Override
    public synchronized Schema schemaById(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new RegistryRejectedException("no schema has the id " + id, NOT_FOUND, SCHEMA_NOT_FOUND);
        }
        return schemas.get(id - 1);
    }

    @Override
    public synchronized CompatibilityReport testCompatibility(String subject, Schema schema) {
        List<Schema> newestFirst = new ArrayList<>();
        idsBySubject.getOrDefault(subject, List.of()).forEach(id -> newestFirst.add(0, schemaById(id)));
        CompatibilityLevel level = levels.getOrDefault(subject, CompatibilityLevel.BACKWARD);
        try {
            validator(level).validate(plain(schema), newestFirst);
            return new CompatibilityReport(true, List.of());
        } catch (SchemaValidationException incompatible) {
            return new CompatibilityReport(false, List.of("an earlier version is not " + level + " compatible"));
        }
    }

    @Override
    public synchronized Optional<CompatibilityLevel> compatibility(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    @Override
    public synchronized void setCompatibility(String subject, CompatibilityLevel level) {
        levels.put(subject, level);
    }

    private static SchemaValidator validator(CompatibilityLevel level) {
        SchemaValidatorBuilder builder = new SchemaValidatorBuilder();
        return switch (level) {
            case NONE -> (schema, earlier) -> {};
            case BACKWARD -> builder.canReadStrategy().validateLatest();
            case BACKWARD_TRANSITIVE -> builder.canReadStrategy().validateAll();
            case FORWARD -> builder.canBeReadStrategy().validateLatest();
            case FORWARD_TRANSITIVE -> builder.canBeReadStrategy().validateAll();
            case FULL -> builder.mutualReadStrategy().validateLatest();
            case FULL_TRANSITIVE -> builder.mutualReadStrategy().validateAll();
        };
    }

    private List<Integer> ids(String subject) {
        List<Integer> ids = idsBySubject.get(subject);
        if (ids == null) {
            throw new RegistryRejectedException("no subject is named " + subject, NOT_FOUND, SUBJECT_NOT_FOUND);
        }
        return ids;
    }

    /** Id of a schema, 0 when it has none: two schemas are one only when their texts are. */
    private int idOf(Schema plain) {
        return schemas.stream().map(Schema::toString).toList().indexOf(plain.toString()) + 1;
    }

    private int add(Schema plain) {
        schemas.add(plain);
        return schemas.size();
    }

    private static Schema plain(Schema schema) {
        return new Schema.Parser().parse(SchemaText.of(schema));
    }
}
