package dev.fleethealth.streams.topology;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import org.apache.kafka.common.serialization.Serde;

/** What the topology is built from. */
public record TopologySettings(
        String eventsTopic,
        String alertsTopic,
        Serde<ConnectionEvent> eventSerde,
        Serde<Alert> alertSerde,
        DetectionSettings detection,
        StateStoreKind stateStores,
        TopologyListener listener) {}
