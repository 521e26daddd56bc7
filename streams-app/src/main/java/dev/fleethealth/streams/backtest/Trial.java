package dev.fleethealth.streams.backtest;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.topology.DetectionSettings;
import java.util.function.Consumer;

/**
 * Settings to be tried.
 *
 * @param sink takes the alert transitions in the order of their emission
 */
public record Trial(DetectionSettings detection, Consumer<Alert> sink) {}
