package dev.fleethealth.streams.runtime;

import dev.fleethealth.testkit.kafka.KafkaBroker;
import dev.fleethealth.testkit.kafka.TopicRecords;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real Kafka broker in this JVM, with records in bytes. */
final class KafkaCluster implements AutoCloseable {
    private final KafkaBroker broker;

    private KafkaCluster(KafkaBroker broker) {
        this.broker = broker;
    }

    static KafkaCluster start() throws Exception {
        return new KafkaCluster(KafkaBroker.start());
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    boolean hasTopic(String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            return admin.listTopics().names().get().contains(topic);
        }
    }

    void create(String... topics) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.createTopics(Stream.of(topics)
                            .map(topic -> new NewTopic(topic, 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    void stopBroker() {
        broker.goAway();
    }

    void startBroker() {
        broker.comeBack();
    }

    /** Sends the values and waits until Kafka has them. */
    void send(String topic, Stream<ProducerRecord<byte[], byte[]>> records) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            records.forEach(producer::send);
            producer.flush();
        }
    }

    /** All committed records of the topic, read from its beginning. */
    List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        return TopicRecords.of(bootstrapServers(), topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() throws Exception {
        broker.close();
    }
}
