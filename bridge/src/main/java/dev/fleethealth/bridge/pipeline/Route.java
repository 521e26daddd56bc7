package dev.fleethealth.bridge.pipeline;

import dev.fleethealth.bridge.dialect.Dialect;
import dev.fleethealth.bridge.event.EventFinisher;
import dev.fleethealth.schemas.ConnectionEvent;

/**
 * How the messages of one subscription are read.
 *
 * @param source name of the source, for dead letters and metrics
 * @param dialectId id of the dialect
 * @param finisher completes the events of this source
 * @param ownClientId the bridge's own client id at that broker: what happens to it is not news of the fleet; empty where
 *     the bridge is no client of the broker
 */
public record Route(String source, String dialectId, Dialect dialect, EventFinisher finisher, String ownClientId) {

    boolean isOwn(ConnectionEvent event) {
        return !ownClientId.isEmpty() && ownClientId.equals(event.getClientId());
    }
}
