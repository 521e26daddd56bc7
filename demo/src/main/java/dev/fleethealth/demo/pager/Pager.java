package dev.fleethealth.demo.pager;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Takes what PagerDuty's Events API v2 takes, on a port of this machine. */
public final class Pager implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final PageLog log;

    private Pager(HttpServer server, PageLog log) {
        this.server = server;
        this.log = log;
    }

    /** Starts to listen. */
    public static Pager start(int port, PageLog log) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            Pager pager = new Pager(server, log);
            server.createContext("/v2/enqueue", pager::take);
            server.start();
            return pager;
        } catch (IOException e) {
            throw new UncheckedIOException("the pager cannot listen on port " + port, e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            log.add(MAPPER.readTree(exchange.getRequestBody()));
            byte[] answer = "{\"status\":\"success\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(202, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
