package dev.fleethealth.streams.topology;

/** Where state lives between events; it is always logged to Kafka. */
public enum StateStoreKind {
    /** On disk: more devices than fit into memory, and quick to restart. */
    ROCKSDB,
    /** In memory. */
    MEMORY
}
