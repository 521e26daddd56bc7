package dev.fleethealth.testkit.kafka;

/** A running Kafka broker. */
public interface Broker extends AutoCloseable {

    String bootstrapServers();
}
