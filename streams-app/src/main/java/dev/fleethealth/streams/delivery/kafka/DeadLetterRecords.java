package dev.fleethealth.streams.delivery.kafka;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.delivery.DeadLetter;
import dev.fleethealth.streams.delivery.Incoming;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** What a target will never have, with the original bytes; headers say which target, where it came from and why. */
record DeadLetterRecords(String topic, String alertsTopic, String target, Serializer<Alert> serializer) {

    ProducerRecord<byte[], byte[]> of(DeadLetter letter) {
        Incoming incoming = letter.incoming();
        byte[] value = incoming.raw().orElseGet(() -> serializer.serialize(alertsTopic, incoming.alert()));
        String where = incoming.hasOffset()
                ? alertsTopic + "-" + incoming.partition() + "@" + incoming.offset()
                : alertsTopic + "-" + incoming.partition();
        return record(bytes(incoming.alert().getDedupKey()), value, where, letter.why());
    }

    /** A record that is no alert. */
    ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> unreadable, String why) {
        String where = unreadable.topic() + "-" + unreadable.partition() + "@" + unreadable.offset();
        return record(unreadable.key(), unreadable.value(), where, why);
    }

    private ProducerRecord<byte[], byte[]> record(
            byte @Nullable [] key, byte @Nullable [] value, String where, String why) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, null, value);
        record.headers()
                .add("source", bytes(alertsTopic))
                .add("target", bytes(target))
                .add("why", bytes("delivery: " + why))
                .add("where", bytes(where))
                .add("key", key);
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
