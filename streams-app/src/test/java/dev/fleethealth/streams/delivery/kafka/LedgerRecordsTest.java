package dev.fleethealth.streams.delivery.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.registry.RegistryAvroSerde;
import dev.fleethealth.streams.delivery.LedgerEntry;
import dev.fleethealth.streams.delivery.Phase;
import dev.fleethealth.streams.delivery.SampleAlerts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerRecordsTest {
    private static final Instant AT = Instant.parse("2026-11-20T08:00:00.123Z");

    private final RegistryAvroSerde<Alert> serde = new RegistryAvroSerde<>(Alert.class);

    @BeforeEach
    void configure() {
        serde.configure(Map.of("schema.registry.url", "mock://ledger"), false);
    }

    @ParameterizedTest
    @EnumSource
    void shouldReadWhatAnotherInstanceWrote(Phase phase) {
        // Given
        LedgerEntry entry = new LedgerEntry(phase, SampleAlerts.open("scooters", AT), "lane", 2, AT);
        // When
        ProducerRecord<byte[], byte[]> written = records("oncall", "one").write(entry);
        // Then
        assertThat(records("oncall", "other").read(read(written))).contains(entry);
    }

    @Test
    void shouldSkipWhatItWroteItselfAndWhatIsOfAnotherTarget() {
        // Given
        LedgerEntry entry = new LedgerEntry(Phase.OPEN, SampleAlerts.open("scooters", AT), "lane", 2, AT);
        // When
        ConsumerRecord<byte[], byte[]> record = read(records("oncall", "one").write(entry));
        // Then
        assertThat(records("oncall", "one").read(record)).isEmpty();
        assertThat(records("on", "other").read(record)).isEmpty();
    }

    private LedgerRecords records(String target, String writer) {
        return new LedgerRecords("ledger", "alerts", target, writer, serde.serializer(), serde.deserializer());
    }

    private static ConsumerRecord<byte[], byte[]> read(ProducerRecord<byte[], byte[]> written) {
        return new ConsumerRecord<>(
                written.topic(),
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                written.key(),
                written.value(),
                written.headers(),
                Optional.empty());
    }
}
