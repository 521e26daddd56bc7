package dev.fleethealth.streams.query.topology;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.policy.IgnoreList;
import dev.fleethealth.streams.session.SourceRules;
import dev.fleethealth.streams.topology.StateStoreKind;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;

/**
 * What the topology is built from; grace, deduplication, sources and what is ignored are detection's own, so that both see
 * the same.
 */
public record QueryTopologySettings(
        String eventsTopic,
        String alertsTopic,
        Serde<ConnectionEvent> eventSerde,
        Serde<Alert> alertSerde,
        Duration grace,
        Duration deduplication,
        Map<String, SourceRules> sources,
        IgnoreList ignored,
        StateStoreKind stateStores) {
    public QueryTopologySettings {
        sources = Map.copyOf(sources);
    }
}
