package dev.fleethealth.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.streams.StreamsMain;
import dev.fleethealth.testkit.metrics.MetricsPage;
import dev.fleethealth.testkit.metrics.Scrape;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, as an operator runs it. */
class RunCommandIT {
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    @Test
    void shouldServeHealthAndMetricsAndExitWithZeroWhenToldToStop() throws Exception {
        // Given
        int port = freePort();
        try (KafkaCluster kafka = KafkaCluster.start()) {
            Process process = start(config(kafka.bootstrapServers(), port));
            try {
                await().atMost(Duration.ofSeconds(60))
                        .ignoreExceptions()
                        .until(() -> get(port, "/readyz").statusCode() == 200);
                // When
                String metrics = get(port, "/metrics").body();
                int live = get(port, "/livez").statusCode();
                process.destroy();
                // Then
                assertThat(metrics)
                        .contains("fleet_health_detection_delay_seconds_bucket", "kafka_stream_client_state 2.0");
                assertThat(MetricsPage.faults(Path.of(""), new Scrape(metrics), directory))
                        .isEmpty();
                assertThat(live).isEqualTo(200);
                assertThat(process.waitFor(25, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isZero();
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private Process start(Path config) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StreamsMain.class.getName(),
                        "run",
                        "--config",
                        config.toString())
                .redirectOutput(directory.resolve("out.txt").toFile())
                .redirectError(directory.resolve("err.txt").toFile())
                .start();
    }

    private Path config(String bootstrapServers, int port) throws IOException {
        return Files.writeString(directory.resolve("fleet-streams.yaml"), """
                kafka: {bootstrap.servers: "%s", schema.registry.url: "mock://process"}
                state: {directory: "%s"}
                management: {port: %d}
                query: {port: 0}
                """.formatted(
                        bootstrapServers, directory.resolve("state"), port));
    }

    private HttpResponse<String> get(int port, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
