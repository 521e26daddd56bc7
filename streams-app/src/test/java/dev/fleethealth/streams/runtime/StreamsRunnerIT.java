package dev.fleethealth.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.AlertState;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.ConnectionEventKey;
import dev.fleethealth.schemas.registry.RegistryAvroSerde;
import dev.fleethealth.streams.TakeoverLoop;
import dev.fleethealth.streams.chaos.RegistryServer;
import dev.fleethealth.streams.chaos.RegistryServer.Mood;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsRunnerIT {
    private static final String EVENTS = "fleet.connection-events";
    private static final String ALERTS = "fleet.alerts";
    private static final String DEAD_LETTER = "fleet.alerts.dead-letter";

    private final String registry = "mock://" + UUID.randomUUID();
    private KafkaCluster kafka;

    @TempDir
    private Path directory;

    @BeforeEach
    void startKafka() throws Exception {
        kafka = KafkaCluster.start();
    }

    @AfterEach
    void stopKafka() throws Exception {
        kafka.close();
    }

    @Test
    void shouldWriteAnAlertWhenTwoProgramsFightOverOneClientId() throws Exception {
        // Given
        try (RunningProgram program = RunningProgram.start(directory, kafka.bootstrapServers(), registry)) {
            within(30).until(program::isReady);
            // When
            send(TakeoverLoop.events(4, Instant.now().minusSeconds(30)));
            // Then
            within(30).untilAsserted(() -> assertThat(alerts())
                    .extracting(Alert::getState, Alert::getFleet)
                    .contains(tuple(AlertState.OPEN, TakeoverLoop.FLEET)));
            assertThat(kafka.read(ALERTS).get(0).headers().lastHeader("ce_type").value())
                    .asString()
                    .isEqualTo("dev.fleethealth.alert.opened");
            assertThat(program.metrics().scrape()).contains("fleet_health_events_total{");
        }
    }

    @Test
    void shouldSetBytesAsideWhenTheyAreNoEvent() throws Exception {
        // Given
        byte[] garbage = "{\"not\": \"avro\"}".getBytes(StandardCharsets.UTF_8);
        byte[] key = TakeoverLoop.FLEET.getBytes(StandardCharsets.UTF_8);
        try (RunningProgram program = RunningProgram.start(directory, kafka.bootstrapServers(), registry)) {
            within(30).until(program::isReady);
            // When
            kafka.send(EVENTS, Stream.of(new ProducerRecord<>(EVENTS, 0, key, garbage)));
            send(TakeoverLoop.events(4, Instant.now().minusSeconds(30)));
            // Then
            within(30).untilAsserted(() -> assertThat(alerts()).isNotEmpty());
            within(30).untilAsserted(() -> assertThat(kafka.read(DEAD_LETTER))
                    .singleElement()
                    .satisfies(letter -> {
                        assertThat(letter.value()).isEqualTo(garbage);
                        assertThat(letter.headers().lastHeader("where").value())
                                .asString()
                                .isEqualTo(EVENTS + "-0@0");
                        assertThat(letter.headers().lastHeader("why").value())
                                .asString()
                                .startsWith("deserialization: ");
                        assertThat(letter.headers().lastHeader("key").value()).isEqualTo(key);
                    }));
            assertThat(program.metrics().scrape())
                    .contains("fleet_health_dead_letters_total{stage=\"deserialization\"} 1.0");
            assertThat(program.isReady()).isTrue();
        }
    }

    @Test
    void shouldGoOnWhenARecordHasNoValue() throws Exception {
        // Given
        try (RunningProgram program = RunningProgram.start(directory, kafka.bootstrapServers(), registry)) {
            within(30).until(program::isReady);
            // When
            kafka.send(EVENTS, Stream.of(new ProducerRecord<>(EVENTS, 0, new byte[1], null)));
            // Then
            within(30).untilAsserted(() -> assertThat(kafka.read(DEAD_LETTER)).hasSize(1));
            assertThat(program.isAlive()).isTrue();
        }
    }

    @Test
    void shouldWaitWithoutBeingReadyWhenKafkaIsAwayAtStart() throws Exception {
        // Given
        kafka.stopBroker();
        // When
        try (RunningProgram program = RunningProgram.start(directory, kafka.bootstrapServers(), registry)) {
            // Then
            await().during(Duration.ofSeconds(3)).until(() -> program.isAlive() && !program.isReady());
            kafka.startBroker();
            within(60).until(program::isReady);
        }
    }

    @Test
    void shouldWaitWithoutBeingReadyWhenTheRegistryIsAwayAtStart() throws Exception {
        // Given
        try (RegistryServer away = new RegistryServer(Mood.UNAVAILABLE);
                RunningProgram program = RunningProgram.start(directory, kafka.bootstrapServers(), away.url())) {
            // When
            within(30).until(() -> kafka.hasTopic(ALERTS));
            // Then
            await().during(Duration.ofSeconds(3)).until(() -> program.isAlive() && !program.isReady());
            away.become(Mood.WELL);
            within(30).until(program::isReady);
        }
    }

    @Test
    void shouldWaitForTopicsThatItMayNotCreate() throws Exception {
        // Given
        String mayNot = "topics: {create: false}";
        try (RunningProgram program = RunningProgram.start(directory, kafka.bootstrapServers(), registry, mayNot)) {
            await().during(Duration.ofSeconds(3)).until(() -> program.isAlive() && !program.isReady());
            // When
            assertThat(kafka.hasTopic(EVENTS)).isFalse();
            kafka.create(EVENTS, ALERTS, DEAD_LETTER);
            // Then
            within(30).until(program::isReady);
        }
    }

    @Test
    void shouldLoseNothingWhenTheBrokerGoesAwayForAWhile() throws Exception {
        // Given
        try (RunningProgram program = RunningProgram.start(directory, kafka.bootstrapServers(), registry)) {
            within(30).until(program::isReady);
            List<ConnectionEvent> events =
                    TakeoverLoop.events(4, Instant.now().minusSeconds(30)).toList();
            send(events.stream().limit(5));
            // When
            kafka.stopBroker();
            within(60).until(() -> !program.isReady());
            kafka.startBroker();
            send(events.stream().skip(5));
            // Then
            within(90).untilAsserted(() -> assertThat(alerts()).hasSize(1));
            within(30).until(program::isReady);
            assertThat(program.isAlive()).isTrue();
        }
    }

    private void send(Stream<ConnectionEvent> events) {
        RegistryAvroSerde<ConnectionEvent> serde = serde(ConnectionEvent.class);
        kafka.send(
                EVENTS,
                events.map(event -> new ProducerRecord<>(
                        EVENTS,
                        null,
                        event.getReceivedAt().toEpochMilli(),
                        ConnectionEventKey.of(event).getBytes(StandardCharsets.UTF_8),
                        serde.serializer().serialize(EVENTS, event))));
    }

    private List<Alert> alerts() {
        RegistryAvroSerde<Alert> serde = serde(Alert.class);
        return kafka.read(ALERTS).stream()
                .map(record -> serde.deserializer().deserialize(ALERTS, record.value()))
                .toList();
    }

    private <T extends SpecificRecord> RegistryAvroSerde<T> serde(Class<T> type) {
        RegistryAvroSerde<T> serde = new RegistryAvroSerde<>(type);
        serde.configure(Map.of("schema.registry.url", registry), false);
        return serde;
    }

    private static ConditionFactory within(int seconds) {
        return await().atMost(Duration.ofSeconds(seconds));
    }
}
