package dev.fleethealth.streams.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A schema registry that knows no schema yet, takes every one, and answers 503 while it is switched off. */
final class SwitchedRegistry implements AutoCloseable {
    private final HttpServer server;
    private volatile boolean on;

    SwitchedRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void switchOn() {
        on = true;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!on) {
            send(exchange, 503, "{\"error_code\": 50301, \"message\": \"off\"}");
        } else if (exchange.getRequestURI().getPath().endsWith("/versions")) {
            send(exchange, 200, "{\"id\": 1}");
        } else {
            send(exchange, 404, "{\"error_code\": 40401, \"message\": \"no such subject\"}");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
