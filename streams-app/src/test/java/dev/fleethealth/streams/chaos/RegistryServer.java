package dev.fleethealth.streams.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fleethealth.schemas.registry.CompatibilityLevel;
import dev.fleethealth.schemas.registry.CompatibilityReport;
import dev.fleethealth.schemas.registry.RegistryClient;
import dev.fleethealth.schemas.registry.RegistryClients;
import dev.fleethealth.schemas.registry.RegistryRejectedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.avro.Schema;

/** A schema registry over HTTP, with the rules of a real one, that can be made to fail. */
public final class RegistryServer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int NO_LEVEL = 40408;

    private final RegistryClient schemas =
            RegistryClients.of(Map.of("schema.registry.url", "mock://" + UUID.randomUUID()));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private Mood mood;

    /** How it answers. */
    public enum Mood {
        WELL,
        /** Status 503. */
        UNAVAILABLE,
        /** Takes the request and says nothing. */
        SILENT,
        /** Closes the connection. */
        HANGING_UP
    }

    private record Answer(int status, ObjectNode body) {}

    public RegistryServer(Mood mood) throws IOException {
        this.mood = mood;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What it knows, whatever its mood. */
    public RegistryClient schemas() {
        return schemas;
    }

    /** Who waits for a silent one is hung up on. */
    public synchronized void become(Mood other) {
        mood = other;
        notifyAll();
    }

    @Override
    public void close() {
        become(Mood.HANGING_UP);
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody());
            switch (moodThatAnswers()) {
                case WELL ->
                    send(
                            exchange,
                            answer(
                                    exchange.getRequestMethod(),
                                    exchange.getRequestURI().getPath(),
                                    body));
                case UNAVAILABLE -> send(exchange, new Answer(503, error(50301, "not now")));
                case SILENT, HANGING_UP -> {}
            }
        }
    }

    private synchronized Mood moodThatAnswers() {
        boolean waited = false;
        while (mood == Mood.SILENT) {
            waited = true;
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Mood.HANGING_UP;
            }
        }
        return waited ? Mood.HANGING_UP : mood;
    }

    private Answer answer(String method, String path, JsonNode body) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        try {
            if (path.startsWith("/schemas/ids/")) {
                return ok("schema", schemas.schemaById(Integer.parseInt(last)).toString());
            }
            if (path.startsWith("/config/")) {
                return method.equals("PUT") ? setLevel(last, body) : level(last);
            }
            Schema schema = new Schema.Parser().parse(body.get("schema").asText());
            if (path.startsWith("/compatibility/")) {
                return compatibility(path.split("/")[3], schema);
            }
            String subject = path.split("/")[2];
            int id = last.equals("versions") ? schemas.register(subject, schema) : schemas.lookUp(subject, schema);
            return new Answer(200, JsonNodeFactory.instance.objectNode().put("id", id));
        } catch (RegistryRejectedException e) {
            return new Answer(e.status(), error(e.errorCode(), String.valueOf(e.getMessage())));
        }
    }

    private Answer compatibility(String subject, Schema schema) {
        CompatibilityReport report = schemas.testCompatibility(subject, schema);
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("is_compatible", report.compatible());
        report.reasons().forEach(body.withArray("messages")::add);
        return new Answer(200, body);
    }

    private Answer setLevel(String subject, JsonNode body) {
        String level = body.get("compatibility").asText();
        schemas.setCompatibility(subject, CompatibilityLevel.valueOf(level));
        return ok("compatibility", level);
    }

    private Answer level(String subject) {
        return schemas.compatibility(subject)
                .map(level -> ok("compatibilityLevel", level.name()))
                .orElseGet(() -> new Answer(404, error(NO_LEVEL, "no level of its own")));
    }

    private static Answer ok(String field, String value) {
        return new Answer(200, JsonNodeFactory.instance.objectNode().put(field, value));
    }

    private static ObjectNode error(int code, String message) {
        return JsonNodeFactory.instance.objectNode().put("error_code", code).put("message", message);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(answer.body);
        exchange.sendResponseHeaders(answer.status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
