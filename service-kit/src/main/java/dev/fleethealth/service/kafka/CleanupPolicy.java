package dev.fleethealth.service.kafka;

/** How Kafka disposes of old records. */
public enum CleanupPolicy {
    DELETE("delete"),
    COMPACT("compact"),
    COMPACT_AND_DELETE("compact,delete");

    private final String kafkaName;

    CleanupPolicy(String kafkaName) {
        this.kafkaName = kafkaName;
    }

    /** The value of {@code cleanup.policy}. */
    public String kafkaName() {
        return kafkaName;
    }
}
