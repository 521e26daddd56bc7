package dev.fleethealth.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.ConnectionEventKey;
import dev.fleethealth.schemas.registry.RegistryAvroSerde;
import dev.fleethealth.streams.TakeoverLoop;
import dev.fleethealth.streams.config.ProgramConfiguration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Events in, answers out: both applications on one Kafka, asked over HTTP. */
@Timeout(180)
class QueryApiIT {
    private static final String EVENTS = "fleet.connection-events";
    private static final String DEVICE = "/v1/devices/" + TakeoverLoop.CLIENT;
    private static final int TAKEOVERS = 6;

    private final String registry = "mock://" + UUID.randomUUID();
    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
    private final CountDownLatch stop = new CountDownLatch(1);
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    private int port;

    @Test
    void shouldAnswerWhatWasDoneToTheFleet() throws Exception {
        try (KafkaCluster kafka = KafkaCluster.start();
                RunningProgram detection = RunningProgram.start(directory, kafka.bootstrapServers(), registry);
                QueryService query = query(kafka.bootstrapServers())) {
            // Given
            port = query.port();
            Thread starter = new Thread(() -> start(query), "starter");
            starter.start();
            await().atMost(Duration.ofSeconds(60)).until(() -> detection.isReady() && status("/readyz") == 200);
            // When
            send(kafka);
            // Then
            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(this::assertAnswers);
            assertThat(bundle()).isEqualTo(200);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(silence()).isEqualTo(201));
            assertThat(get("/v1/silences").at("/silences/0/comment").asText()).isEqualTo("test");
            stop.countDown();
            starter.join();
        }
    }

    private void assertAnswers() throws Exception {
        Instant fight = begin.plusSeconds(28);
        JsonNode fleet = get("/v1/fleets").at("/fleets/0");
        assertThat(fleet.path("name").asText()).isEqualTo(TakeoverLoop.FLEET);
        assertThat(fleet.path("known").asLong()).isEqualTo(1);
        assertThat(fleet.path("online").asLong()).isEqualTo(1);

        JsonNode timeline = get(DEVICE + "/timeline");
        assertThat(timeline.path("events")).hasSize(1 + 2 * TAKEOVERS);
        assertThat(timeline.path("connections").findValuesAsText("category"))
                .hasSize(TAKEOVERS)
                .containsOnly("SESSION_TAKEN_OVER");

        assertThat(get(DEVICE + "/online?at=" + fight.toEpochMilli())
                        .at("/online/answer")
                        .asText())
                .isEqualTo("online");
        JsonNode diagnosis =
                get(DEVICE + "/diagnosis?at=" + fight.toEpochMilli()).path("diagnosis");
        assertThat(diagnosis.path("cause").asText()).isEqualTo("duplicate-client-id");

        JsonNode alerts = get("/v1/alerts?state=active&detector=takeover-loop").path("alerts");
        assertThat(alerts.findValuesAsText("clientId")).containsExactly(TakeoverLoop.CLIENT);
    }

    private int bundle() throws IOException, InterruptedException {
        return status(DEVICE + "/bundle");
    }

    private int silence() throws IOException, InterruptedException {
        String body = "{\"fleets\":[\"plant-*\"],\"until\":%d,\"author\":\"test\",\"comment\":\"test\"}"
                .formatted(Instant.now().plusSeconds(600).toEpochMilli());
        HttpRequest request = HttpRequest.newBuilder(uri("/v1/silences"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }

    private int status(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private QueryService query(String bootstrapServers) throws IOException {
        Path file = directory.resolve("query.yaml");
        Files.writeString(file, """
                kafka: {bootstrap.servers: "%s", schema.registry.url: "%s"}
                state: {directory: "%s"}
                query: {port: 0}
                """.formatted(bootstrapServers, registry, directory.resolve("query")));
        ProgramConfiguration configuration = ProgramConfiguration.loadForKafka(file);
        return new QueryService(
                configuration,
                ValueSerdes.of(configuration.settings()),
                new SimpleMeterRegistry(),
                longest -> stop.await(longest.toMillis(), TimeUnit.MILLISECONDS),
                failure -> {
                    throw new AssertionError(failure);
                });
    }

    private static void start(QueryService query) {
        try {
            query.start();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(KafkaCluster kafka) {
        RegistryAvroSerde<ConnectionEvent> serde = new RegistryAvroSerde<>(ConnectionEvent.class);
        serde.configure(Map.of("schema.registry.url", registry), false);
        kafka.send(
                EVENTS,
                TakeoverLoop.events(TAKEOVERS, begin)
                        .map(event -> new ProducerRecord<>(
                                EVENTS,
                                null,
                                event.getReceivedAt().toEpochMilli(),
                                ConnectionEventKey.of(event).getBytes(StandardCharsets.UTF_8),
                                serde.serializer().serialize(EVENTS, event))));
    }
}
