package dev.fleethealth.streams.delivery.settings;

import java.util.Optional;

/**
 * Links that targets show. In each, {@code {fleet}}, {@code {detector}} and {@code {dedupKey}} are replaced.
 *
 * @param dashboard of a fleet, such as {@code https://grafana.example.com/d/fleet-detail?var-fleet={fleet}}
 * @param runbooks where the runbooks are published, such as {@code https://wiki.example.com/runbooks/{detector}}
 */
public record LinkSettings(Optional<String> dashboard, Optional<String> runbooks) {}
