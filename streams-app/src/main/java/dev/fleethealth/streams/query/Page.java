package dev.fleethealth.streams.query;

import java.util.List;
import java.util.Optional;

/**
 * Some of the items, in order.
 *
 * @param next where the next page begins; empty on the last one
 */
public record Page<T>(List<T> items, Optional<String> next) {}
