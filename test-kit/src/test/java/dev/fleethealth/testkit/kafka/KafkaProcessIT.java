package dev.fleethealth.testkit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class KafkaProcessIT {
    private static final String TOPIC = "kept";

    @Test
    void shouldKeepItsDataWhenKilledAndAnswerNothingWhilePaused() throws Exception {
        // Given
        try (KafkaProcess kafka = KafkaProcess.start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
                KafkaProducer<String, String> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
            producer.send(new ProducerRecord<>(TOPIC, "before")).get();

            // When
            kafka.kill();
            kafka.startAgain();
            producer.send(new ProducerRecord<>(TOPIC, "after")).get();

            // Then
            assertThat(values(kafka)).containsExactly("before", "after");

            // When
            kafka.pause();
            assertThatThrownBy(() -> admin.describeCluster().clusterId().get(1, TimeUnit.SECONDS))
                    .isInstanceOf(TimeoutException.class);
            kafka.resume();

            // Then
            assertThat(admin.describeCluster().clusterId().get(30, TimeUnit.SECONDS))
                    .isNotEmpty();
        }
    }

    private static List<String> values(KafkaProcess kafka) {
        return TopicRecords.of(kafka.bootstrapServers(), TOPIC, new StringDeserializer(), new StringDeserializer())
                .stream()
                .map(record -> record.value())
                .toList();
    }
}
