package dev.fleethealth.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.ConnectionEventKey;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.schemas.registry.RegistryAvroSerde;
import dev.fleethealth.streams.query.Answer;
import dev.fleethealth.streams.query.DeviceName;
import dev.fleethealth.streams.query.Diagnosis;
import dev.fleethealth.streams.query.Fleet;
import dev.fleethealth.streams.query.FleetQueries;
import dev.fleethealth.streams.query.Freshness;
import dev.fleethealth.streams.query.TimeSpan;
import dev.fleethealth.streams.query.Timeline;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryRunnerIT {
    private static final String EVENTS = "fleet.connection-events";
    private static final String FLEET = "scooters";
    private static final int DEVICES = 40;

    private final String registry = "mock://" + UUID.randomUUID();
    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(120);

    @TempDir
    private Path directory;

    @Test
    void shouldAnswerForAllInstancesAndAgainAfterOneOfThemDied() throws Exception {
        try (KafkaCluster kafka = KafkaCluster.start();
                QueryInstance a = QueryInstance.start(directory, "a", kafka.bootstrapServers(), registry)) {
            QueryInstance b = QueryInstance.start(directory, "b", kafka.bootstrapServers(), registry);
            try {
                // Given
                within(60).until(() -> a.isReady() && b.isReady());
                send(kafka);
                within(30).untilAsserted(() -> assertThat(known(a)).isEqualTo(DEVICES));
                within(30).untilAsserted(() -> assertThat(known(b)).isEqualTo(DEVICES));
                assertThat(freshness(a.queries().fleet(FLEET)))
                        .extracting(Freshness::instances, Freshness::missing)
                        .containsExactly(2, 0);
                assertThat(unavailable(a)).isZero();
                assertThat(unavailable(b)).isZero();
                // When
                b.die();
                // Then
                long lost = unavailable(a);
                assertThat(lost).isBetween(1L, DEVICES - 1L);
                Answer<Fleet> rest = a.queries().fleet(FLEET);
                assertThat(freshness(rest).missing()).isEqualTo(1);
                assertThat(((Answer.Known<Fleet>) rest).value().known()).isEqualTo(DEVICES - lost);
                // When
                b.close();
                // Then
                within(40).untilAsserted(() -> {
                    assertThat(unavailable(a)).isZero();
                    assertThat(known(a)).isEqualTo(DEVICES);
                });
                assertThat(freshness(a.queries().fleet(FLEET)).missing()).isZero();
            } finally {
                b.close();
            }
        }
    }

    /** How many devices nothing can be said of; of the others, it must be right. */
    private long unavailable(QueryInstance instance) {
        long unavailable = 0;
        for (int number = 0; number < DEVICES; number++) {
            unavailable += isKnown(instance.queries(), number) ? 0 : 1;
        }
        return unavailable;
    }

    private boolean isKnown(FleetQueries queries, int number) {
        DeviceName name = new DeviceName("device-" + number, Optional.of(FLEET));
        Answer<Timeline> answer = queries.timeline(name, new TimeSpan(begin, begin.plusSeconds(3_600)));
        if (answer instanceof Answer.Known<Timeline> known) {
            Timeline timeline = known.value();
            assertThat(timeline.device().id()).isEqualTo(name.id());
            assertThat(timeline.events()).hasSize(3);
            assertThat(timeline.connections()).hasSize(2);
            assertThat(timeline.connections().get(0).category()).isEqualTo(Category.KEEPALIVE_TIMEOUT);
            Answer<Diagnosis> diagnosis = queries.diagnosis(name, begin.plusSeconds(60));
            return diagnosis instanceof Answer.Known<Diagnosis> found
                    && found.value().kind() == Diagnosis.Kind.SELF_REPAIR;
        }
        assertThat(answer).isInstanceOf(Answer.Unavailable.class);
        return false;
    }

    private static long known(QueryInstance instance) {
        return instance.queries().fleet(FLEET) instanceof Answer.Known<Fleet> fleet
                ? fleet.value().known()
                : -1;
    }

    private static <T> Freshness freshness(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Known.class);
        return ((Answer.Known<T>) answer).freshness();
    }

    private void send(KafkaCluster kafka) {
        RegistryAvroSerde<ConnectionEvent> serde = new RegistryAvroSerde<>(ConnectionEvent.class);
        serde.configure(Map.of("schema.registry.url", registry), false);
        kafka.send(
                EVENTS,
                IntStream.range(0, DEVICES)
                        .mapToObj(number -> "device-" + number)
                        .flatMap(this::events)
                        .map(event -> new ProducerRecord<>(
                                EVENTS,
                                null,
                                event.getReceivedAt().toEpochMilli(),
                                ConnectionEventKey.of(event).getBytes(StandardCharsets.UTF_8),
                                serde.serializer().serialize(EVENTS, event))));
    }

    private Stream<ConnectionEvent> events(String device) {
        return List.of(
                event(device, EventType.CONNECTED, 0, "c0", null),
                event(device, EventType.DISCONNECTED, 30, "c0", Category.KEEPALIVE_TIMEOUT),
                event(device, EventType.CONNECTED, 35, "c1", null))
                .stream();
    }

    private ConnectionEvent event(String device, EventType type, int second, String connection, Category category) {
        Instant at = begin.plusSeconds(second);
        return ConnectionEvent.newBuilder()
                .setEventId(device + second)
                .setType(type)
                .setSource("tdmq")
                .setFleet(FLEET)
                .setClientId(device)
                .setConnectionId(connection)
                .setCategory(category)
                .setOccurredAt(at)
                .setReceivedAt(at)
                .build();
    }

    private static ConditionFactory within(int seconds) {
        return await().atMost(Duration.ofSeconds(seconds));
    }
}
