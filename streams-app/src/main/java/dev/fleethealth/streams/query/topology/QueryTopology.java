package dev.fleethealth.streams.query.topology;

import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;

/**
 * From events and alerts to stores. Two parts that share nothing: devices and fleets are recorded where their events are,
 * alerts where the transitions of one subject are.
 */
public final class QueryTopology {
    private static final String EVENTS = "events-to-record";
    private static final String DEVICES = "device-recorder";
    private static final String TRANSITIONS = "alerts-to-record";
    private static final String ALERTS = "alert-recorder";

    private QueryTopology() {}

    public static Topology build(QueryTopologySettings settings) {
        RecordStores stores = new RecordStores(settings.stateStores());
        return new Topology()
                .addSource(
                        EVENTS, new StringDeserializer(), settings.eventSerde().deserializer(), settings.eventsTopic())
                .addProcessor(DEVICES, new DeviceProcessor.Supplier(settings, stores), EVENTS)
                .addSource(
                        TRANSITIONS,
                        new StringDeserializer(),
                        settings.alertSerde().deserializer(),
                        settings.alertsTopic())
                .addProcessor(ALERTS, new AlertProcessor.Supplier(stores), TRANSITIONS);
    }
}
