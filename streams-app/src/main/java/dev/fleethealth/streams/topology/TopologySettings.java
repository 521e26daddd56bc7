package dev.fleethealth.streams.topology;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import org.apache.kafka.common.serialization.Serde;

/**
 * What the topology is built from.
 *
 * @param logged whether state is also written to Kafka, from where it comes back after a restart
 */
public record TopologySettings(
        String eventsTopic,
        String alertsTopic,
        Serde<ConnectionEvent> eventSerde,
        Serde<Alert> alertSerde,
        DetectionSettings detection,
        StateStoreKind stateStores,
        boolean logged,
        TopologyListener listener) {

    /** With state that Kafka keeps a copy of. */
    public TopologySettings(
            String eventsTopic,
            String alertsTopic,
            Serde<ConnectionEvent> eventSerde,
            Serde<Alert> alertSerde,
            DetectionSettings detection,
            StateStoreKind stateStores,
            TopologyListener listener) {
        this(eventsTopic, alertsTopic, eventSerde, alertSerde, detection, stateStores, true, listener);
    }

    /** The same for a run whose state is of no use once it is over. */
    public TopologySettings withoutLog() {
        return new TopologySettings(
                eventsTopic, alertsTopic, eventSerde, alertSerde, detection, stateStores, false, listener);
    }
}
