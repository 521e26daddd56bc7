package dev.fleethealth.bridge.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.testkit.metrics.MetricsPage;
import dev.fleethealth.testkit.net.FreePort;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
class HttpAndFileIT {
    private static final int WINDOW = 500;
    private static final String TOKEN = "token-of-the-webhook";

    private final Path folder;
    private final TestKafka kafka;
    private final int port = FreePort.find();
    private final HttpClient client = HttpClient.newHttpClient();

    HttpAndFileIT(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.kafka = TestKafka.start();
    }

    @AfterAll
    void stop() throws Exception {
        kafka.close();
    }

    @Test
    void shouldTakeWebhooksAndTellSendersToComeAgainWhileKafkaIsAway() throws Exception {
        // Given
        Path token = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        Path settings = write("hooks", """
                type: http, name: hooks, port: %d, dialects: [emqx], fleet: plant, answer-within: 1s,
                token: "${file:%s}\"""".formatted(port, token));
        try (RunningBridge bridge = new RunningBridge(settings).awaitReady()) {
            // When
            HttpResponse<String> first = post(Devices.connected(0));
            HttpResponse<String> batch = post("[" + Devices.connected(1) + ", {\"event\": 7}, {\"event\": \"x\"}]");

            // Then
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.body()).isEqualTo("{\"events\":1,\"ignored\":0,\"malformed\":0,\"items\":[]}");
            assertThat(batch.statusCode()).isEqualTo(200);
            assertThat(batch.body()).startsWith("{\"events\":1,\"ignored\":1,\"malformed\":1,\"items\":[{\"index\":1,");
            assertThat(devices("hooks")).containsExactlyInAnyOrder("device-0", "device-1");
            assertThat(kafka.bytes("hooks-dead"))
                    .extracting(ConsumerRecord::value)
                    .containsExactly("{\"event\": 7}".getBytes(StandardCharsets.UTF_8));

            // When
            try (TestKafka.Outage outage = kafka.goAway()) {
                for (int number = 2; number < 12; number++) {
                    HttpResponse<String> refused = post(Devices.connected(number));
                    assertThat(refused.statusCode()).isEqualTo(503);
                    assertThat(refused.headers().firstValue("Retry-After")).contains("5");
                }
            }
            for (int number = 2; number < 12; number++) {
                String event = Devices.connected(number);
                await().atMost(RunningBridge.PATIENCE).until(() -> post(event).statusCode() == 200);
            }

            // Then
            assertThat(devices("hooks")).isEqualTo(names(12));
            assertThat(bridge.metric("fleet_bridge_messages_total{dialect=\"emqx\",result=\"malformed\"}"))
                    .isEqualTo(1);
            assertThat(bridge.metric("fleet_bridge_http_requests_total{source=\"hooks\",status=\"503\"}"))
                    .isGreaterThanOrEqualTo(10);
            assertThat(bridge.metric("fleet_bridge_in_flight")).isZero();
            assertThat(bridge.metric("kafka_producer_request_latency_max_seconds"))
                    .isPositive();
            assertThat(MetricsPage.faults(Path.of(""), bridge.scrape(), folder)).isEmpty();
        }
    }

    @Test
    void shouldLoseNoLineWhenTheLogIsRotatedUnderLoadAndTheBridgeRestarted() throws Exception {
        // Given
        Path log = folder.resolve("emqx.log");
        Path settings = write("lines", """
                type: file, name: lines, dialect: emqx, fleet: plant, paths: ["%s*"], state-file: %s,
                start-at: beginning, poll-interval: 20ms, max-in-flight: %d""".formatted(log, folder.resolve("lines.json"), WINDOW));
        CompletableFuture<Void> writing;
        try (RunningBridge bridge = new RunningBridge(settings)) {
            // When
            writing = CompletableFuture.runAsync(() -> writeAndRotate(log, 8_000));
            await().atMost(RunningBridge.PATIENCE)
                    .until(() ->
                            bridge.metric("fleet_bridge_messages_total{dialect=\"emqx\",result=\"event\"}") >= 1_000);
        }
        try (RunningBridge bridge = new RunningBridge(settings).awaitReady()) {
            writing.join();

            // Then
            await().atMost(RunningBridge.PATIENCE)
                    .untilAsserted(() -> assertThat(bridge.metric("fleet_bridge_file_behind_bytes{source=\"lines\"}"))
                            .isZero());
            await().atMost(RunningBridge.PATIENCE)
                    .untilAsserted(() -> assertThat(devices("lines")).isEqualTo(names(8_000)));
            assertThat(kafka.events("lines-events")).hasSizeBetween(8_000, 8_000 + WINDOW);
        }
    }

    /** As a broker and logrotate do: every 1,000 lines the writer goes on in a new file. */
    private static void writeAndRotate(Path log, int lines) {
        try {
            for (int first = 0; first < lines; first += 1_000) {
                try (BufferedWriter out =
                        Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                    for (int number = first; number < first + 1_000; number++) {
                        out.write(Devices.connected(number) + "\n");
                        if (number % 1_000 == 700) {
                            Files.move(log, log.resolveSibling("emqx.log." + number));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/events/emqx"))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private Set<String> devices(String name) {
        List<ConsumerRecord<String, ConnectionEvent>> events = kafka.events(name + "-events");
        return events.stream().map(event -> event.value().getClientId()).collect(Collectors.toSet());
    }

    private static Set<String> names(int count) {
        return IntStream.range(0, count).mapToObj(number -> "device-" + number).collect(Collectors.toSet());
    }

    private Path write(String name, String source) throws IOException {
        return Files.writeString(folder.resolve(name + ".yaml"), """
                sources:
                  - {%2$s}
                kafka:
                  bootstrap.servers: %3$s
                  schema.registry.url: %4$s
                topics: {events: %1$s-events, dead-letter: %1$s-dead, partitions: 2}
                management: {port: 0}
                """.formatted(
                        name, source.replace("\n", " "), kafka.servers(), TestKafka.REGISTRY));
    }
}
