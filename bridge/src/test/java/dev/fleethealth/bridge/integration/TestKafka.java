package dev.fleethealth.bridge.integration;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.registry.RegistryAvroDeserializer;
import dev.fleethealth.testkit.kafka.KafkaBroker;
import dev.fleethealth.testkit.kafka.TopicRecords;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A Kafka broker in this JVM that can go away and come back. */
final class TestKafka implements AutoCloseable {
    static final String REGISTRY = "mock://bridge-integration";

    private final KafkaBroker broker;

    private TestKafka(KafkaBroker broker) {
        this.broker = broker;
    }

    static TestKafka start() throws Exception {
        return new TestKafka(KafkaBroker.start());
    }

    String servers() {
        return broker.bootstrapServers();
    }

    /** Shuts the broker down until the outage is closed. */
    Outage goAway() {
        broker.goAway();
        AtomicBoolean over = new AtomicBoolean();
        return () -> {
            if (over.compareAndSet(false, true)) {
                broker.comeBack();
            }
        };
    }

    /** All events on the topic, in the order of their partitions. */
    List<ConsumerRecord<String, ConnectionEvent>> events(String topic) {
        try (RegistryAvroDeserializer<ConnectionEvent> deserializer = new RegistryAvroDeserializer<>()) {
            deserializer.configure(Map.of("schema.registry.url", REGISTRY), false);
            return TopicRecords.of(servers(), topic, new StringDeserializer(), deserializer);
        }
    }

    List<ConsumerRecord<String, byte[]>> bytes(String topic) {
        return TopicRecords.of(servers(), topic, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() throws Exception {
        broker.close();
    }

    /** A time without Kafka. */
    interface Outage extends AutoCloseable {
        @Override
        void close();
    }
}
