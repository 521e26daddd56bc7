package dev.fleethealth.streams.query.http;

import dev.fleethealth.service.config.ConfigurationFile;
import dev.fleethealth.streams.config.QuerySettings;
import dev.fleethealth.streams.query.FleetQueries;
import dev.fleethealth.streams.query.SampleFleets;
import dev.fleethealth.streams.query.SampleSilences;
import dev.fleethealth.streams.query.cluster.PartJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The API with made-up fleets on a free port; what it answers is held to its document. */
final class RunningApi implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final String GENEROUS = "requests-per-second: 10000\nburst: 10000\n";

    private static final ApiDocument DOCUMENT = new ApiDocument();
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final QueryServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningApi(QueryServer server) {
        this.server = server;
    }

    static RunningApi start() {
        return start(GENEROUS, new SampleFleets(InstantSource.fixed(NOW)));
    }

    /** @param yaml the section {@code query}, but for the port */
    static RunningApi start(String yaml, FleetQueries queries) {
        QueryServer server = QueryServer.bind(settings(yaml));
        server.start(parts(queries), InstantSource.fixed(NOW));
        return new RunningApi(server);
    }

    static QuerySettings settings(String yaml) {
        try {
            Path file = Files.createTempFile("query", ".yaml");
            try {
                Files.writeString(file, "port: 0\n" + yaml);
                return ConfigurationFile.read(file, QuerySettings.class);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static QueryParts parts(FleetQueries queries) {
        return new QueryParts(
                queries,
                new SampleSilences(NOW),
                fleet -> "fleet: \"" + fleet + "\"\n",
                (operation, arguments) -> new PartJson.Reply(200, arguments),
                List.of());
    }

    int port() {
        return server.port();
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }

    /**
     * Asks for a path and checks the answer.
     *
     * @param route as the document has it
     */
    HttpResponse<String> get(String route, String path) {
        return send("GET", route, path, "");
    }

    HttpResponse<String> send(String method, String route, String path, String body) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
        DOCUMENT.check(method, route, answer.statusCode(), answer.headers().firstValue("Content-Type"), answer.body());
        return answer;
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(LONGEST).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<byte[]> download(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).timeout(LONGEST).build(), BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        server.close();
    }
}
