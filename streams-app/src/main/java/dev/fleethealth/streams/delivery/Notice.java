package dev.fleethealth.streams.delivery;

import dev.fleethealth.schemas.Alert;
import java.util.Optional;

/**
 * One thing to tell of one alert.
 *
 * @param before the alert as the target knows it, if it does
 */
public record Notice(Action action, Alert alert, Optional<Alert> before) {}
