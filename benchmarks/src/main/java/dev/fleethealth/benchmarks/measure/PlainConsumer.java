package dev.fleethealth.benchmarks.measure;

import dev.fleethealth.benchmarks.kafka.EventTopic;
import dev.fleethealth.schemas.ConnectionEvent;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** L1: a plain consumer that decodes the records and does nothing with them. Nothing on Kafka can cost less. */
public record PlainConsumer(EventTopic topic) implements Lane {
    private static final Duration POLL = Duration.ofMillis(100);

    @Override
    public String name() {
        return "L1: plain consumer, decode";
    }

    @Override
    public Measurement run() throws Exception {
        Meter meter = new Meter(topic.records());
        Map<String, Object> settings = Map.of("bootstrap.servers", topic.bootstrapServers(), "max.poll.records", 1_000);
        try (Consumer<String, ConnectionEvent> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), EventTopic.deserializer())) {
            consumer.assign(topic.partitions());
            consumer.seekToBeginning(topic.partitions());
            while (!meter.isDone()) {
                consumer.poll(POLL).forEach(record -> meter.count());
            }
        }
        return meter.await();
    }
}
