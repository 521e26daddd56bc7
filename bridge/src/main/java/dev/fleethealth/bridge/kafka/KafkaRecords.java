package dev.fleethealth.bridge.kafka;

import dev.fleethealth.bridge.config.TopicSettings;
import dev.fleethealth.bridge.pipeline.DeadLetter;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.ConnectionEventKey;
import dev.fleethealth.schemas.cloudevents.CloudEvent;
import dev.fleethealth.schemas.cloudevents.CloudEventHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** The Kafka records of events and dead letters. Their timestamps are times of receipt: a broker's clock may be wrong. */
final class KafkaRecords {
    static final int SHORTENED_LENGTH = 65_536;

    private static final int LONGEST_HEADER = 1_000;

    private final TopicSettings topics;

    KafkaRecords(TopicSettings topics) {
        this.topics = topics;
    }

    ProducerRecord<byte[], byte[]> event(ConnectionEvent event, byte[] value) {
        return new ProducerRecord<>(
                topics.events(),
                null,
                event.getReceivedAt().toEpochMilli(),
                bytes(ConnectionEventKey.of(event)),
                value,
                CloudEventHeaders.of(CloudEvent.of(event)));
    }

    ProducerRecord<byte[], byte[]> deadLetter(DeadLetter letter) {
        return deadLetter(letter, letter.message().payload());
    }

    /** For a payload that is too large for Kafka: its beginning, and how long it was. */
    ProducerRecord<byte[], byte[]> shortened(DeadLetter letter) {
        byte[] payload = letter.message().payload();
        byte[] beginning = Arrays.copyOf(payload, Math.min(payload.length, SHORTENED_LENGTH));
        ProducerRecord<byte[], byte[]> shortened = deadLetter(letter, beginning);
        header(shortened.headers(), "originalLength", Integer.toString(payload.length));
        return shortened;
    }

    private ProducerRecord<byte[], byte[]> deadLetter(DeadLetter letter, byte[] payload) {
        long receivedAt = letter.message().receivedAt().toEpochMilli();
        ProducerRecord<byte[], byte[]> dead =
                new ProducerRecord<>(topics.deadLetter(), null, receivedAt, null, payload);
        header(dead.headers(), "source", letter.source());
        header(dead.headers(), "dialect", letter.dialect());
        header(dead.headers(), "where", letter.message().topic());
        header(dead.headers(), "why", letter.why());
        header(dead.headers(), "receivedAt", Long.toString(receivedAt));
        return dead;
    }

    private static void header(Headers headers, String name, String value) {
        headers.add(name, bytes(value.length() > LONGEST_HEADER ? value.substring(0, LONGEST_HEADER) : value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
