package dev.fleethealth.benchmarks.kafka;

/** A running broker. */
public interface Broker extends AutoCloseable {

    String bootstrapServers();
}
