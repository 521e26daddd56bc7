package dev.fleethealth.service.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleethealth.service.config.ConfigurationException;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManagementServerTest {
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicReference<Optional<String>> kafkaProblem = new AtomicReference<>(Optional.empty());
    private final ManagementServer server = ManagementServer.start(
            new ManagementSettings("127.0.0.1", 0),
            metrics,
            List.of(),
            List.of(
                    check("kafka", () -> Objects.requireNonNull(kafkaProblem.get())),
                    check("mqtt", () -> Optional.of("not connected"))));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldServeMetrics() throws Exception {
        // Given
        metrics.counter("fleet.bridge.messages").increment();

        // Then
        assertThat(get("/metrics").body()).contains("fleet_bridge_messages_total 1.0");
    }

    @Test
    void shouldGiveEachReasonWhenNotReady() throws Exception {
        // Given
        kafkaProblem.set(Optional.of("waiting"));

        // When
        HttpResponse<String> answer = get("/readyz");

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("kafka: waiting\nmqtt: not connected\n");
        assertThat(get("/metrics").body()).contains("fleet_ready 0.0");
    }

    @Test
    void shouldShowReadinessAsAMetricWhenAllIsWell() throws Exception {
        // Given
        PrometheusMeterRegistry well = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

        // When
        ManagementServer.start(new ManagementSettings("127.0.0.1", 0), well, List.of(), List.of())
                .close();

        // Then
        assertThat(well.scrape()).contains("fleet_ready 1.0");
    }

    @Test
    void shouldBeAliveWhenNoCheckHasAProblem() throws Exception {
        assertThat(get("/livez").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldRefuseOtherPathsAndMethods() throws Exception {
        assertThat(get("/metrics/x").statusCode()).isEqualTo(404);
        HttpRequest post = HttpRequest.newBuilder(uri("/metrics"))
                .POST(BodyPublishers.noBody())
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(post, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void shouldNamePortAndKeyWhenThePortIsTaken() {
        ManagementSettings taken = new ManagementSettings("127.0.0.1", server.port());

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ManagementServer.start(taken, metrics, List.of(), List.of()))
                .withMessageContaining("management.port")
                .withMessageContaining(String.valueOf(server.port()));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private static HealthCheck check(String name, Supplier<Optional<String>> problem) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<String> problem() {
                return problem.get();
            }
        };
    }
}
