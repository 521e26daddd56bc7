package dev.fleethealth.bridge.pipeline;

import dev.fleethealth.bridge.metrics.BridgeMetrics;
import dev.fleethealth.service.management.HealthCheck;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * What a source works with.
 *
 * @param kafka whether Kafka is there
 * @param fatal told of what should not happen, after which the program should end
 */
public record Intake(
        MessagePipeline pipeline,
        InstantSource clock,
        BridgeMetrics metrics,
        HealthCheck kafka,
        Consumer<Throwable> fatal) {}
