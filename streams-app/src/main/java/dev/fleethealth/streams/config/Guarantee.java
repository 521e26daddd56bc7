package dev.fleethealth.streams.config;

import org.apache.kafka.streams.StreamsConfig;

/** What a failure does to the counts. */
public enum Guarantee {
    /** Nothing: state, results and positions change together. */
    EXACTLY_ONCE(StreamsConfig.EXACTLY_ONCE_V2),

    /** Events since the last commit may count twice; alerts come some tens of milliseconds earlier. */
    AT_LEAST_ONCE(StreamsConfig.AT_LEAST_ONCE);

    private final String kafkaName;

    Guarantee(String kafkaName) {
        this.kafkaName = kafkaName;
    }

    /** Value of Kafka's {@code processing.guarantee}. */
    public String kafkaName() {
        return kafkaName;
    }
}
