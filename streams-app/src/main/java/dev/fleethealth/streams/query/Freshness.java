package dev.fleethealth.streams.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fresh an answer is.
 *
 * @param newestEvent time of the newest event taken in; null before the first
 * @param behind records on Kafka that are not taken in yet
 * @param instances how many instances answered
 * @param missing how many did not; what they hold is not in the answer
 */
public record Freshness(@Nullable Instant newestEvent, long behind, int instances, int missing) {}
