package dev.fleethealth.demo.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The streams app's query API. */
public final class QueryApi {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    public QueryApi(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /**
     * The answer to a question about a device.
     *
     * @param question such as {@code diagnosis?at=1795176000000}
     */
    JsonNode ofDevice(String clientId, String question) throws IOException, InterruptedException {
        return get("/v1/devices/" + URLEncoder.encode(clientId, StandardCharsets.UTF_8) + "/" + question);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " is answered " + answer.statusCode() + ": " + answer.body());
        }
        return MAPPER.readTree(answer.body());
    }
}
