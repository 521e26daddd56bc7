package dev.fleethealth.streams.query;

import dev.fleethealth.schemas.Severity;
import java.util.Optional;

/**
 * Which episodes.
 *
 * @param active only those that are open, or only those that are over
 * @param device client id
 * @param span only those that were open at some time in it
 * @param after what the page before said
 */
public record AlertQuery(
        Optional<Boolean> active,
        Optional<String> fleet,
        Optional<String> device,
        Optional<String> detector,
        Optional<Severity> severity,
        Optional<TimeSpan> span,
        Optional<String> after,
        int limit) {}
