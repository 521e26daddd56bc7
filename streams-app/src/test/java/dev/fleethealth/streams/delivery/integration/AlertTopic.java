package dev.fleethealth.streams.delivery.integration;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.registry.RegistryAvroSerde;
import dev.fleethealth.testkit.kafka.TopicRecords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topic of alerts, as the streams app writes it. */
final class AlertTopic {
    static final String NAME = "fleet.alerts";

    /** Lives within one process; the program under test has one of its own, in which the first schema has the same id. */
    static final String REGISTRY = "mock://delivery";

    private final String bootstrapServers;
    private final RegistryAvroSerde<Alert> serde = new RegistryAvroSerde<>(Alert.class);

    AlertTopic(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        serde.configure(Map.of("schema.registry.url", REGISTRY), false);
    }

    void send(Stream<Alert> alerts) {
        sendBytes(alerts.map(alert -> new ProducerRecord<>(
                NAME,
                alert.getDedupKey().getBytes(StandardCharsets.UTF_8),
                serde.serializer().serialize(NAME, alert))));
    }

    void sendBytes(Stream<ProducerRecord<byte[], byte[]>> records) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer())) {
            records.forEach(producer::send);
            producer.flush();
        }
    }

    List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        return TopicRecords.of(
                bootstrapServers, NAME + ".dead-letter", new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Alert read(byte[] value) {
        return serde.deserializer().deserialize(NAME, value);
    }

    /** How many records the group has not committed. */
    long uncommitted(String group) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return TopicRecords.of(bootstrapServers, NAME, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .stream()
                    .filter(record -> {
                        OffsetAndMetadata next = committed.get(new TopicPartition(record.topic(), record.partition()));
                        return next == null || next.offset() <= record.offset();
                    })
                    .count();
        }
    }

    /** Lets the group read everything again; nobody may be in it. */
    void rewind(String group) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.deleteConsumerGroups(List.of(group)).all().get();
        }
    }
}
