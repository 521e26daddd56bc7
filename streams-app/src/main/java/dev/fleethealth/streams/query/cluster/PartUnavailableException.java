package dev.fleethealth.streams.query.cluster;

import java.time.Duration;

/** An instance cannot say now what it holds. */
public final class PartUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final Duration UNTIL_MOVED = Duration.ofSeconds(2);

    private final Duration retryAfter;

    public PartUnavailableException(String why, Duration retryAfter) {
        super(why);
        this.retryAfter = retryAfter;
    }

    /** While Kafka Streams hands partitions from one instance to another. */
    static PartUnavailableException moving() {
        return new PartUnavailableException("partitions are moving between instances", UNTIL_MOVED);
    }

    /** What is the matter. */
    public String why() {
        return String.valueOf(getMessage());
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
