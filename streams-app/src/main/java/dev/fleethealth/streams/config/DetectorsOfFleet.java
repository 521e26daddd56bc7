package dev.fleethealth.streams.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of the configuration that decide what is found in a fleet.
 *
 * @param fleet what holds for it alone
 */
record DetectorsOfFleet(
        DetectionTimes detection,
        Map<String, JsonNode> detectors,
        Optional<FleetSettings> fleet,
        Map<String, SourceTraits> sources) {}
