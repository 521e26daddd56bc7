package dev.fleethealth.streams.delivery.kafka;

import dev.fleethealth.streams.delivery.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes what delivery must not forget, and returns when Kafka has it. */
final class Journal implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final LedgerRecords entries;
    private final DeadLetterRecords deadLetters;

    Journal(Map<String, Object> settings, LedgerRecords entries, DeadLetterRecords deadLetters) {
        this.producer = new KafkaProducer<>(
                ClientSettings.producer(settings), new ByteArraySerializer(), new ByteArraySerializer());
        this.entries = entries;
        this.deadLetters = deadLetters;
    }

    /** The entries and dead letters of the turn. */
    void write(Turn turn) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        turn.entries().forEach(entry -> records.add(entries.write(entry)));
        turn.deadLetters().forEach(letter -> records.add(deadLetters.of(letter)));
        write(records);
    }

    void write(List<ProducerRecord<byte[], byte[]>> records) {
        List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
        for (Future<RecordMetadata> each : sent) {
            await(each);
        }
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka did not take what was delivered", e.getCause());
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
