package dev.fleethealth.streams.topology;

import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * From connection events to alerts, in two stages.
 *
 * <p>The device stage is keyed as the input is, so nothing is repartitioned before it, and a device lives in one
 * partition: distinct devices are counted where they live. What crosses to the fleet stage are counts, a few messages a
 * second and fleet whatever the number of events.
 */
public final class FleetHealthTopology {
    private FleetHealthTopology() {}

    public static Topology build(TopologySettings settings) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(namesRequired()));
        builder.stream(
                        settings.eventsTopic(),
                        Consumed.with(Serdes.String(), settings.eventSerde()).withName(TopologyNames.SOURCE))
                .process(new DeviceProcessor.Supplier(settings), Named.as(TopologyNames.DEVICE_STAGE))
                .repartition(Repartitioned.with(Serdes.String(), Stores.SIGNAL).withName(TopologyNames.FLEET_SIGNALS))
                .process(new FleetProcessor.Supplier(settings), Named.as(TopologyNames.FLEET_STAGE))
                .to(
                        settings.alertsTopic(),
                        Produced.with(Serdes.String(), settings.alertSerde()).withName(TopologyNames.SINK));
        return builder.build();
    }

    /** Makes a node or store without a name an error: names are kept over upgrades. */
    private static StreamsConfig namesRequired() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "naming");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:0");
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return new StreamsConfig(properties);
    }
}
