package dev.fleethealth.bridge.integration;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.registry.RegistryAvroDeserializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.BrokerServer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.apache.kafka.server.common.MetadataVersion;

/** A Kafka broker in this JVM that can go away and come back. */
final class TestKafka implements AutoCloseable {
    static final String REGISTRY = "mock://bridge-integration";

    private final KafkaClusterTestKit kit;

    private TestKafka(KafkaClusterTestKit kit) {
        this.kit = kit;
    }

    static TestKafka start() throws Exception {
        KafkaClusterTestKit kit = new KafkaClusterTestKit.Builder(new TestKitNodes.Builder()
                        .setBootstrapMetadataVersion(MetadataVersion.latestProduction())
                        .setNumControllerNodes(1)
                        .setNumBrokerNodes(1)
                        .build())
                .setConfigProp("offsets.topic.replication.factor", "1")
                .setConfigProp("offsets.topic.num.partitions", "1")
                .setConfigProp("group.initial.rebalance.delay.ms", "0")
                .build();
        kit.format();
        kit.startup();
        kit.waitForReadyBrokers();
        return new TestKafka(kit);
    }

    String servers() {
        return kit.bootstrapServers();
    }

    /** Shuts the broker down until the outage is closed. */
    Outage goAway() {
        kit.brokers().values().forEach(BrokerServer::shutdown);
        AtomicBoolean over = new AtomicBoolean();
        return () -> {
            if (over.compareAndSet(false, true)) {
                kit.brokers().values().forEach(BrokerServer::startup);
            }
        };
    }

    /** All events on the topic, in the order of their partitions. */
    List<ConsumerRecord<String, ConnectionEvent>> events(String topic) {
        try (RegistryAvroDeserializer<ConnectionEvent> deserializer = new RegistryAvroDeserializer<>()) {
            deserializer.configure(Map.of("schema.registry.url", REGISTRY), false);
            return read(topic, deserializer);
        }
    }

    List<ConsumerRecord<String, byte[]>> bytes(String topic) {
        return read(topic, new ByteArrayDeserializer());
    }

    @Override
    public void close() throws Exception {
        kit.close();
    }

    /** A time without Kafka. */
    interface Outage extends AutoCloseable {
        @Override
        void close();
    }

    private <V> List<ConsumerRecord<String, V>> read(String topic, Deserializer<V> values) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", servers(), "auto.offset.reset", "earliest", "group.id", UUID.randomUUID() + "");
        try (KafkaConsumer<String, V> consumer = new KafkaConsumer<>(settings, new StringDeserializer(), values)) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList());
            long total = consumer.endOffsets(consumer.assignment()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<ConsumerRecord<String, V>> found = new ArrayList<>();
            while (found.size() < total) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found;
        }
    }
}
