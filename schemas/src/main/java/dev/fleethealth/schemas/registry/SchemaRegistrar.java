package dev.fleethealth.schemas.registry;

import java.util.Optional;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers schemas so that no later version can break a reader or a writer of an earlier one. Programs use it at start where
 * {@code auto.register.schemas} is on; a deployment does it before the programs start where it is off.
 */
public final class SchemaRegistrar {
    private static final Logger LOGGER = LoggerFactory.getLogger(SchemaRegistrar.class);

    private final RegistryClient registry;

    /** Registers with this registry. */
    public SchemaRegistrar(RegistryClient registry) {
        this.registry = registry;
    }

    /**
     * Has the registry check the subject against all its versions in both directions, then registers the schema.
     *
     * @return the schema's id
     * @throws RegistryRejectedException with status 409 when the schema is not compatible with an earlier version
     */
    public int register(String subject, Schema schema) {
        protect(subject);
        int id = registry.register(subject, schema);
        LOGGER.atInfo().addKeyValue("subject", subject).addKeyValue("id", id).log("Schema is registered");
        return id;
    }

    /**
     * Asks whether {@link #register} would take the schema, and registers nothing; but the subject gets the level by which it is
     * checked.
     *
     * @throws RegistryRejectedException with status 409 when the schema is not compatible with what is registered
     */
    public void requireCompatible(String subject, Schema schema) {
        protect(subject);
        CompatibilityReport report = registry.testCompatibility(subject, schema);
        if (!report.compatible()) {
            throw new RegistryRejectedException(
                    "schema %s is not compatible with what is registered under %s: %s"
                            .formatted(schema.getName(), subject, String.join("; ", report.reasons())),
                    RegistryRejectedException.CONFLICT,
                    0);
        }
    }

    private void protect(String subject) {
        Optional<CompatibilityLevel> wanted = Optional.of(CompatibilityLevel.FULL_TRANSITIVE);
        if (!registry.compatibility(subject).equals(wanted)) {
            registry.setCompatibility(subject, CompatibilityLevel.FULL_TRANSITIVE);
        }
    }
}
