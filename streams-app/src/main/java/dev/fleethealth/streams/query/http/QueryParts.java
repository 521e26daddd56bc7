package dev.fleethealth.streams.query.http;

import dev.fleethealth.service.management.HealthCheck;
import dev.fleethealth.streams.query.FleetQueries;
import dev.fleethealth.streams.query.cluster.PartJson;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * What the server asks.
 *
 * @param detectors what is configured for a fleet, as YAML without secrets
 * @param part what this instance holds, for other instances, by operation and arguments
 * @param ready without these, answers are not to be expected for now
 */
public record QueryParts(
        FleetQueries queries,
        SilenceKeeper silences,
        UnaryOperator<String> detectors,
        BiFunction<String, byte[], PartJson.Reply> part,
        List<HealthCheck> ready) {}
