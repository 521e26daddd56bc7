package dev.fleethealth.streams.alert;

import dev.fleethealth.schemas.Alert;

/**
 * An alert on its way out that is open.
 *
 * @param latest its last transition
 * @param folded whether it is told as part of its fleet's alert, and not by itself
 */
public record PassedAlert(Alert latest, boolean folded) {}
