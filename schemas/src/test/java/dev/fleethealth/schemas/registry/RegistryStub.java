package dev.fleethealth.schemas.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A registry that gives the answers that a test puts in, one after the other, and keeps the requests. */
final class RegistryStub implements AutoCloseable {
    private final HttpServer server;
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    record Request(String line, String authorization, String body) {}

    private record Answer(int status, String body) {}

    RegistryStub() throws IOException {
        this(HttpServer.create(loopback(), 0));
    }

    RegistryStub(HttpServer server) {
        this.server = server;
        server.createContext("/", this::answer);
        server.start();
    }

    static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    RegistryStub then(int status, String body) {
        answers.add(new Answer(status, body));
        return this;
    }

    /** The connection is closed without an answer. */
    RegistryStub thenHangUp() {
        return then(0, "");
    }

    String host() {
        return "localhost:" + server.getAddress().getPort();
    }

    String url() {
        return "http://" + host();
    }

    List<Request> requests() {
        return requests;
    }

    List<String> lines() {
        return requests.stream().map(Request::line).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        requests.add(new Request(
                exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                body));
        Answer answer = answers.poll();
        if (answer != null && answer.status > 0) {
            byte[] bytes = answer.body.getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
