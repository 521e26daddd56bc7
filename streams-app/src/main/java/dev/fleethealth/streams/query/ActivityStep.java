package dev.fleethealth.streams.query;

import dev.fleethealth.schemas.Category;
import java.time.Instant;
import java.util.Map;

/**
 * What happened in a fleet in a step of time.
 *
 * @param online devices online at its end
 * @param categories connections that ended, or were refused, by category
 */
public record ActivityStep(Instant start, long connects, long online, Map<Category, Long> categories) {}
