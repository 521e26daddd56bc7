package dev.fleethealth.streams.query.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** Serves what an instance holds to others, and nothing else. */
public final class PartServer implements AutoCloseable {
    private final HttpServer server;
    private boolean closed;

    private PartServer(HttpServer server) {
        this.server = server;
    }

    static PartServer start(PartJson part, String token) {
        return start(part, token, 0);
    }

    /** @param port 0 for a free one */
    public static PartServer start(PartJson part, String token, int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext(PartJson.PATH, exchange -> answer(part, token, exchange));
            server.start();
            return new PartServer(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            server.stop(0);
        }
    }

    private static void answer(PartJson part, String token, HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            String operation = exchange.getRequestURI().getPath().substring(PartJson.PATH.length());
            PartJson.Reply reply =
                    part.answer(operation, exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(reply.status(), reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }
}
