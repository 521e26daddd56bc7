package dev.fleethealth.schemas;

import java.time.Duration;
import java.util.Map;

/**
 * What one topic is and how it should be created.
 *
 * @param name topic name on Kafka
 * @param cleanup how Kafka disposes of old records
 * @param retention how long a record stays, where {@code cleanup} deletes
 * @param partitions suggested number of partitions; one partition is the unit of parallel work
 */
public record TopicDefinition(String name, Cleanup cleanup, Duration retention, int partitions) {

    /** Kafka's {@code cleanup.policy}. */
    public enum Cleanup {
        DELETE("delete"),
        COMPACT("compact"),
        COMPACT_AND_DELETE("compact,delete");

        private final String policy;

        Cleanup(String policy) {
            this.policy = policy;
        }

        /** Value of the topic setting {@code cleanup.policy}. */
        public String policy() {
            return policy;
        }
    }

    public TopicDefinition {
        if (name.isBlank()) {
            throw new IllegalArgumentException("topic name is blank, expected a Kafka topic name");
        }
        if (partitions < 1) {
            throw new IllegalArgumentException(
                    "topic %s has %d partitions, expected 1 or more".formatted(name, partitions));
        }
    }

    /** The same topic under the name that an operator has given it. */
    public TopicDefinition named(String otherName) {
        return new TopicDefinition(otherName, cleanup, retention, partitions);
    }

    /** The same topic with as many partitions as an operator wants. */
    public TopicDefinition withPartitions(int number) {
        return new TopicDefinition(name, cleanup, retention, number);
    }

    /** Subject of the topic's values in the schema registry. */
    public String valueSubject() {
        return name + "-value";
    }

    /** Topic settings to create it with, as Kafka names them. */
    public Map<String, String> settings() {
        return Map.of("cleanup.policy", cleanup.policy(), "retention.ms", Long.toString(retention.toMillis()));
    }
}
