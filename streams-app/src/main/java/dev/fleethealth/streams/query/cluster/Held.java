package dev.fleethealth.streams.query.cluster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one instance holds of an answer.
 *
 * @param newestEvent time of the newest event that it has taken in; null before the first
 * @param behind records on Kafka that it has not taken in yet
 */
public record Held<T>(T value, @Nullable Instant newestEvent, long behind) {}
