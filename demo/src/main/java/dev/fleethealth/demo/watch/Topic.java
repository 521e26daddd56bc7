package dev.fleethealth.demo.watch;

import dev.fleethealth.demo.stack.Ports;
import dev.fleethealth.schemas.registry.RegistryAvroDeserializer;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A topic of the demo, read from its beginning. */
public final class Topic {
    private Topic() {}

    /** A consumer of all partitions of the topic; the caller closes it. */
    public static <T extends SpecificRecord> Consumer<byte[], T> consumer(Ports ports, String topic, Class<T> type) {
        RegistryAvroDeserializer<T> values = new RegistryAvroDeserializer<>(type);
        values.configure(Map.of("schema.registry.url", ports.registryUrl()), false);
        Map<String, Object> settings =
                Map.of("bootstrap.servers", ports.kafkaAddress(), "isolation.level", "read_committed");
        Consumer<byte[], T> consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), values);
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }
}
