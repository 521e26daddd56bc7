package dev.fleethealth.demo.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrometheusTest {
    private static final List<PanelQuery> QUERIES = List.of(new PanelQuery("Overview / Ready", "sum(fleet_ready)"));
    private static final String NO_RULES = "{\"data\":{\"groups\":[]}}";

    private final HttpServer server;

    PrometheusTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldFindNothingWrongWhenThereIsANumber() throws Exception {
        // Given
        answer(samples("[1,\"NaN\"],[2,\"0\"]"), NO_RULES);
        // Then
        assertThat(problems()).isEmpty();
    }

    @Test
    void shouldNameThePanelWhenThereIsNoSeries() throws Exception {
        // Given
        answer("{\"data\":{\"result\":[]}}", NO_RULES);
        // Then
        assertThat(problems()).containsExactly("Overview / Ready is empty: sum(fleet_ready)");
    }

    @Test
    void shouldNameThePanelWhenThereAreOnlyOtherThingsThanNumbers() throws Exception {
        // Given
        answer(samples("[1,\"NaN\"],[2,\"+Inf\"],[3,\"-Inf\"]"), NO_RULES);
        // Then
        assertThat(problems()).hasSize(1);
    }

    @Test
    void shouldNameTheRuleWhenItCannotBeEvaluated() throws Exception {
        // Given
        answer(
                samples("[1,\"1\"]"),
                "{\"data\":{\"groups\":[{\"rules\":[{\"name\":\"NotReady\",\"lastError\":\"many-to-many\"}]}]}}");
        // Then
        assertThat(problems()).containsExactly("rule NotReady: many-to-many");
    }

    private List<String> problems() throws InterruptedException {
        return new Prometheus(server.getAddress().getPort())
                .problems(QUERIES, Instant.ofEpochSecond(0), Instant.ofEpochSecond(10));
    }

    private static String samples(String values) {
        return "{\"data\":{\"result\":[{\"values\":[" + values + "]}]}}";
    }

    private void answer(String query, String rules) {
        serve("/api/v1/query_range", query);
        serve("/api/v1/rules", rules);
    }

    private void serve(String path, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }
}
