package dev.fleethealth.benchmarks.day;

import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import java.util.Optional;
import java.util.Set;

/**
 * An alert that the specification asks for.
 *
 * @param incident what happened, in words
 * @param about device or node, for alerts about one
 * @param opened when it may open
 * @param severity the highest
 * @param causes one of them
 * @param resolved when it may be resolved
 * @param causedBy the detector whose alert explains it
 */
public record Expectation(
        String incident,
        String detector,
        Scope scope,
        String fleet,
        Optional<String> about,
        Span opened,
        Severity severity,
        Set<String> causes,
        Span resolved,
        Optional<String> causedBy) {}
