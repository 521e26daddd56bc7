package dev.fleethealth.schemas.registry;

import org.apache.avro.Schema;

/**
 * A serde that can ask the registry ahead of the first record. Programs do so before they say that they are ready: a
 * registry that goes away later then stops nothing, because no record makes a call.
 */
public interface WarmUp {

    /**
     * Blocks until everything that records of this schema on this topic need is known.
     *
     * @throws org.apache.kafka.common.errors.ApiException as {@link RegistryClient} says
     */
    void warmUp(String topic, Schema schema);
}
