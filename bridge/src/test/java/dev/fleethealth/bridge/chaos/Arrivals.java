package dev.fleethealth.bridge.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.schemas.ConnectionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Which of the numbered events of an {@link EventLoad} are on Kafka, and how often. */
final class Arrivals implements AutoCloseable {
    private static final int WIRE_FORMAT_HEADER = 5;
    private static final String DEVICE = "device-";
    private static final Duration LONGEST_POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final SpecificDatumReader<ConnectionEvent> reader = new SpecificDatumReader<>(ConnectionEvent.class);
    private final BitSet numbers = new BitSet();
    private final Set<String> eventIds = new HashSet<>();
    private int records;

    private Arrivals(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** What a bridge that was ready has written and will write. */
    static Arrivals of(BridgeSetup setup) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", setup.kafka()), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Set<TopicPartition> partitions = new HashSet<>();
        consumer.partitionsFor(setup.events())
                .forEach(partition -> partitions.add(new TopicPartition(setup.events(), partition.partition())));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new Arrivals(consumer);
    }

    /** Waits until none of the first so many numbers is missing, and sees that each event has one id and no other has it. */
    void awaitAll(int sent) {
        await().atMost(BridgeProcess.PATIENCE).untilAsserted(() -> {
            catchUp();
            assertThat(lost(sent)).as("lost").isZero();
        });
        assertThat(eventIds).as("left after removing duplicates by event id").hasSize(sent);
    }

    /** How many there are, each counted once. */
    int distinct() {
        catchUp();
        return numbers.cardinality();
    }

    /** How many came again. */
    int duplicates() {
        catchUp();
        return records - numbers.cardinality();
    }

    /** How many of the first so many are missing. */
    int lost(int sent) {
        return sent - numbers.get(0, sent).cardinality();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void catchUp() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(LONGEST_POLL).forEach(this::add);
        }
    }

    private void add(ConsumerRecord<byte[], byte[]> written) {
        ConnectionEvent event = decode(written.value());
        records++;
        eventIds.add(event.getEventId());
        numbers.set(Integer.parseInt(event.getClientId().substring(DEVICE.length())));
    }

    private ConnectionEvent decode(byte[] value) {
        try {
            return reader.read(
                    null,
                    DecoderFactory.get()
                            .binaryDecoder(value, WIRE_FORMAT_HEADER, value.length - WIRE_FORMAT_HEADER, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
