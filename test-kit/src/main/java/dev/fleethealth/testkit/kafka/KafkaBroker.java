package dev.fleethealth.testkit.kafka;

import java.util.Map;
import kafka.server.BrokerServer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.apache.kafka.server.common.MetadataVersion;

/** A Kafka broker in this JVM, on a free port of the loopback; its data is deleted when it is closed. */
public final class KafkaBroker implements Broker {
    private final KafkaClusterTestKit cluster;
    private final String bootstrapServers;

    private KafkaBroker(KafkaClusterTestKit cluster) {
        this.cluster = cluster;
        this.bootstrapServers = cluster.bootstrapServers();
    }

    /** Starts it and waits until it is ready. */
    public static KafkaBroker start() throws Exception {
        return start(Map.of());
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param settings what is asked of it besides, as {@code server.properties} has it
     */
    public static KafkaBroker start(Map<String, String> settings) throws Exception {
        TestKitNodes nodes = new TestKitNodes.Builder()
                .setCombined(true)
                .setNumControllerNodes(1)
                .setNumBrokerNodes(1)
                .setBootstrapMetadataVersion(MetadataVersion.latestProduction())
                .build();
        KafkaClusterTestKit.Builder builder = new KafkaClusterTestKit.Builder(nodes);
        BrokerSettings.ALONE.forEach(builder::setConfigProp);
        settings.forEach(builder::setConfigProp);
        KafkaClusterTestKit cluster = builder.build();
        cluster.format();
        cluster.startup();
        cluster.waitForReadyBrokers();
        return new KafkaBroker(cluster);
    }

    @Override
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Shuts it down; its data stays. */
    public void goAway() {
        cluster.brokers().values().forEach(broker -> {
            broker.shutdown();
            broker.awaitShutdown();
        });
    }

    /** Starts it again, on the same port. */
    public void comeBack() {
        cluster.brokers().values().forEach(BrokerServer::startup);
    }

    @Override
    public void close() throws Exception {
        cluster.close();
    }
}
