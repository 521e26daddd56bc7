package dev.fleethealth.streams.delivery.kafka;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.delivery.LedgerEntry;
import dev.fleethealth.streams.delivery.Phase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Ledger entries as Kafka records: the key is the target, U+001F and the dedup key; the value is the alert as on the alerts topic; headers
 * say the rest.
 *
 * @param alertsTopic whose schema the values have
 * @param writer this instance: it skips what it wrote itself, for it knows better
 */
record LedgerRecords(
        String topic,
        String alertsTopic,
        String target,
        String writer,
        Serializer<Alert> serializer,
        Deserializer<Alert> deserializer) {
    private static final char SEPARATOR = '\u001f';
    private static final String PHASE = "phase";
    private static final String LANE = "lane";
    private static final String PARTITION = "partition";
    private static final String AT = "at";
    private static final String WRITER = "writer";

    ProducerRecord<byte[], byte[]> write(LedgerEntry entry) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                topic, bytes(target + SEPARATOR + entry.dedupKey()), serializer.serialize(alertsTopic, entry.alert()));
        Headers headers = record.headers();
        headers.add(PHASE, bytes(entry.phase().name()));
        headers.add(LANE, bytes(entry.lane()));
        headers.add(PARTITION, bytes(Integer.toString(entry.partition())));
        headers.add(AT, bytes(entry.at().toString()));
        headers.add(WRITER, bytes(writer));
        return record;
    }

    /** The entry, if it is this target's, and another instance wrote it. */
    Optional<LedgerEntry> read(ConsumerRecord<byte[], byte[]> record) {
        boolean ours = record.key() != null
                && text(record.key()).startsWith(target + SEPARATOR)
                && !text(record.headers(), WRITER).equals(writer);
        if (!ours || record.value() == null) {
            return Optional.empty();
        }
        return Optional.of(new LedgerEntry(
                Phase.valueOf(text(record.headers(), PHASE)),
                deserializer.deserialize(alertsTopic, record.value()),
                text(record.headers(), LANE),
                Integer.parseInt(text(record.headers(), PARTITION)),
                Instant.parse(text(record.headers(), AT))));
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? "" : text(header.value());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
