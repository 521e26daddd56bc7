package dev.fleethealth.streams.alert;

import dev.fleethealth.schemas.AlertState;

/**
 * What became of an alert.
 *
 * @param state what to report
 * @param episode the episode after it; for RESOLVED, the episode that is over
 */
public record Transition(AlertState state, Episode episode) {}
