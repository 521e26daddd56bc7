package dev.fleethealth.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.ConnectionEventKey;
import dev.fleethealth.schemas.json.CanonicalJson;
import dev.fleethealth.schemas.registry.RegistryAvroSerde;
import dev.fleethealth.service.cli.Program;
import dev.fleethealth.streams.StreamsMain;
import dev.fleethealth.streams.TakeoverLoop;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Backtests over a real topic, in Avro. The takeover loop's fourth takeover, 20 s after its start, opens an alert. */
@Timeout(120)
class BacktestTopicIT {
    private static final int PARTITIONS = 3;
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final String REGISTRY = "mock://" + UUID.randomUUID();

    private static KafkaCluster kafka;

    private final String topic = "events-" + UUID.randomUUID();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @BeforeAll
    static void startKafka() throws Exception {
        kafka = KafkaCluster.start();
    }

    @AfterAll
    static void stopKafka() throws Exception {
        kafka.close();
    }

    @BeforeEach
    void createTopic() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .get();
        }
    }

    @Test
    void shouldFindTheSameAsInAFileWhenTheEventsAreSpreadOverPartitions() throws IOException {
        // Given
        Path file = Files.write(
                directory.resolve("events.jsonl"),
                TakeoverLoop.events(6, START).map(CanonicalJson::write).toList());
        kafka.send(topic, records(TakeoverLoop.events(6, START)));
        // When
        int exitCode = backtest("--topic", topic, "--from", "2026-11-20T09:00:00Z");
        String fromTopic = out.toString();
        out.getBuffer().setLength(0);
        execute("backtest", file.toString());
        // Then
        assertThat(err.toString()).isEmpty();
        assertThat(exitCode).isZero();
        assertThat(fromTopic).contains("\"state\":\"OPEN\"").isEqualTo(out.toString());
    }

    @Test
    void shouldLeaveOutWhatLiesOutsideTheTimes() throws IOException {
        // Given
        kafka.send(topic, records(TakeoverLoop.events(4, START)));
        // When
        backtest("--topic", topic, "--from", "2026-11-20T09:00:00Z", "--to", "2026-11-20T10:00:20Z");
        backtest("--topic", topic, "--from", "2026-11-20T10:00:06Z", "--warm-up", "0s");
        backtest("--topic", topic, "--from", "2026-11-20T10:30:00Z", "--warm-up", "1h");
        // Then
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldPrintAnAlertOfTheWarmUpWhenItIsStillOpen() throws IOException {
        // Given
        kafka.send(topic, records(TakeoverLoop.events(4, START)));
        // When
        backtest("--topic", topic, "--from", "2026-11-20T10:02:00Z", "--warm-up", "10m");
        // Then
        assertThat(out.toString()).contains("\"state\":\"OPEN\"").contains("\"state\":\"RESOLVED\"");
    }

    @Test
    void shouldIgnoreWhatWasNeverCommitted() throws IOException {
        // Given
        kafka.send(topic, records(TakeoverLoop.events(3, START)));
        sendAndAbort(records(TakeoverLoop.events(4, START)));
        // When
        int exitCode = backtest("--topic", topic, "--from", "2026-11-20T09:00:00Z");
        // Then
        assertThat(exitCode).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldNameTheRecordWhenItIsNoEvent() throws IOException {
        // Given
        kafka.send(topic, records(TakeoverLoop.events(1, START)).limit(1));
        kafka.send(
                topic,
                Stream.of(new ProducerRecord<>(
                        topic, 0, START.toEpochMilli(), null, "garbage".getBytes(StandardCharsets.UTF_8))));
        // When
        int exitCode = backtest("--topic", topic, "--from", "2026-11-20T09:00:00Z");
        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("fleet-streams: topic " + topic + ", partition 0, offset 1: ");
    }

    @Test
    void shouldSayItWhenThereIsNoSuchTopic() throws IOException {
        // When
        int exitCode = backtest("--topic", "missing", "--from", "2026-11-20T09:00:00Z");
        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("Kafka has no topic missing");
    }

    private int backtest(String... arguments) throws IOException {
        Path config = Files.writeString(
                directory.resolve("fleet-streams.yaml"),
                "kafka: {bootstrap.servers: \"%s\", schema.registry.url: \"%s\"}"
                        .formatted(kafka.bootstrapServers(), REGISTRY));
        List<String> all = new ArrayList<>(List.of("backtest", "--config", config.toString()));
        all.addAll(List.of(arguments));
        return execute(all.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        return Program.commandLine(new StreamsMain())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    /** One partition after the other, so that only their times tell in which order they came. */
    private Stream<ProducerRecord<byte[], byte[]>> records(Stream<ConnectionEvent> events) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (RegistryAvroSerde<ConnectionEvent> serde = new RegistryAvroSerde<>(ConnectionEvent.class)) {
            serde.configure(Map.of("schema.registry.url", REGISTRY), false);
            events.forEach(event -> records.add(new ProducerRecord<>(
                    topic,
                    records.size() % PARTITIONS,
                    event.getReceivedAt().toEpochMilli(),
                    ConnectionEventKey.of(event).getBytes(StandardCharsets.UTF_8),
                    serde.serializer().serialize(topic, event))));
        }
        return records.stream();
    }

    private void sendAndAbort(Stream<ProducerRecord<byte[], byte[]>> records) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", topic),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            records.forEach(producer::send);
            producer.flush();
            producer.abortTransaction();
        }
    }
}
