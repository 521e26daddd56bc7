package dev.fleethealth.demo.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A running Prometheus, by its HTTP API. */
public final class Prometheus {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String STEP = "5s";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    public Prometheus(int port) {
        this.address = "http://127.0.0.1:" + port + "/api/v1/";
    }

    /**
     * What is wrong with queries and rules, a line each: a query without a single number between the two times, an error, a rule
     * that cannot be evaluated.
     */
    public List<String> problems(List<PanelQuery> queries, Instant from, Instant to) throws InterruptedException {
        List<String> problems = new ArrayList<>();
        try {
            for (PanelQuery query : queries) {
                if (!hasNumber(range(query.expression(), from, to))) {
                    problems.add(query.place() + " is empty: " + query.expression());
                }
            }
            for (JsonNode group : get("rules").path("data").path("groups")) {
                for (JsonNode rule : group.path("rules")) {
                    if (!rule.path("lastError").asText().isEmpty()) {
                        problems.add("rule " + rule.path("name").asText() + ": "
                                + rule.path("lastError").asText());
                    }
                }
            }
        } catch (IOException e) {
            problems.add("Prometheus does not answer: " + e);
        }
        return problems;
    }

    private JsonNode range(String expression, Instant from, Instant to) throws IOException, InterruptedException {
        return get("query_range?query=%s&start=%d&end=%d&step=%s"
                .formatted(
                        URLEncoder.encode(expression, StandardCharsets.UTF_8),
                        from.getEpochSecond(),
                        to.getEpochSecond(),
                        STEP));
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .build();
        return MAPPER.readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    private static boolean hasNumber(JsonNode answer) {
        for (JsonNode series : answer.path("data").path("result")) {
            for (JsonNode sample : series.path("values")) {
                if (Double.isFinite(number(sample.path(1).asText()))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Prometheus writes {@code +Inf}, Java reads {@code Infinity}. */
    private static double number(String text) {
        return Double.parseDouble(text.replace("Inf", "Infinity"));
    }
}
