package dev.fleethealth.bridge.pipeline;

import dev.fleethealth.service.management.HealthCheck;

/** A source at work: it hands broker messages to the pipeline until it is closed. */
public interface MessageSource extends HealthCheck, AutoCloseable {

    /** Takes no more messages; those in flight can still be acknowledged. */
    void pause();

    @Override
    void close();
}
