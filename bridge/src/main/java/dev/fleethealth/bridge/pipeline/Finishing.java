package dev.fleethealth.bridge.pipeline;

import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.schemas.ConnectionEvent;
import java.util.List;

/** Makes events of a dialect's drafts: adds id, fleet and source, and checks the clock. */
@FunctionalInterface
public interface Finishing {
    List<ConnectionEvent> finish(BrokerMessage message, Decoding.Events decoded);
}
