package dev.fleethealth.bridge.pipeline;

import dev.fleethealth.bridge.dialect.Dialect;

/**
 * How the messages of one subscription are read.
 *
 * @param source name of the source, for dead letters and metrics
 * @param dialectId id of the dialect
 * @param ownClientId the bridge's own client id at that broker: what happens to it is not news of the fleet
 */
public record Route(String source, String dialectId, Dialect dialect, Finishing finishing, String ownClientId) {}
