package dev.fleethealth.streams.query.http;

import dev.fleethealth.service.management.HealthCheck;
import dev.fleethealth.streams.query.FleetQueries;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the server asks.
 *
 * @param detectors what is configured for a fleet, as YAML without secrets
 * @param ready without these, answers are not to be expected for now
 */
public record QueryParts(
        FleetQueries queries, SilenceKeeper silences, UnaryOperator<String> detectors, List<HealthCheck> ready) {}
