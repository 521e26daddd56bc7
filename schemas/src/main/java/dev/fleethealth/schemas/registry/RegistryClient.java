package dev.fleethealth.schemas.registry;

import java.util.Optional;
import org.apache.avro.Schema;

/**
 * A schema registry. All calls block, are safe for use by many threads, and throw
 *
 * <ul>
 *   <li>{@link RegistryRejectedException} when the registry understood the request and said no,
 *   <li>Kafka's {@code AuthenticationException} or {@code AuthorizationException} when it did not let us in,
 *   <li>a Kafka {@code RetriableException} when no registry gave an answer in time, after all retries.
 * </ul>
 *
 * <p>Java's own schema properties ({@code avro.java.string}) never reach a registry.
 */
public interface RegistryClient {

    /** Id of the schema under the subject; makes a new version when there is none like it yet. */
    int register(String subject, Schema schema);

    /** Id of the schema under the subject; a schema that is not registered there is rejected with status 404. */
    int lookUp(String subject, Schema schema);

    /** Newest version of the subject. */
    RegisteredSchema latest(String subject);

    /** The schema with this id; an unknown id is rejected with error code 40403. */
    Schema schemaById(int id);

    /** Whether the schema may become the next version of the subject, by the subject's compatibility level. */
    CompatibilityReport testCompatibility(String subject, Schema schema);

    /** The subject's own compatibility level, if it has one. */
    Optional<CompatibilityLevel> compatibility(String subject);

    /** Gives the subject its own compatibility level. */
    void setCompatibility(String subject, CompatibilityLevel level);
}
