package dev.fleethealth.service.management;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fleethealth.service.config.ConfigurationException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves {@code /metrics}, {@code /livez} and {@code /readyz} over HTTP. */
public final class ManagementServer implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(ManagementServer.class);
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
    private static final int THREADS = 2;

    static {
        HttpServerLimits.apply();
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Map<String, Supplier<Answer>> routes;

    private ManagementServer(HttpServer server, Map<String, Supplier<Answer>> routes) {
        this.server = server;
        this.routes = routes;
        this.threads = Executors.newFixedThreadPool(THREADS, ManagementServer::thread);
    }

    /**
     * Starts to listen.
     *
     * @param live without these the process should be restarted; asked anew each time, so the list may grow
     * @param ready without these the program can't do its work for now; may grow too
     * @throws ConfigurationException when the port is taken or the address is not of this machine
     */
    public static ManagementServer start(
            ManagementSettings settings,
            PrometheusMeterRegistry metrics,
            List<HealthCheck> live,
            List<HealthCheck> ready) {
        Gauge.builder("fleet.ready", ready, checks -> HealthReport.of(checks).status() == 200 ? 1 : 0)
                .description("1 while /readyz answers 200, else 0")
                .strongReference(true)
                .register(metrics);
        Map<String, Supplier<Answer>> routes = Map.of(
                "/metrics", () -> new Answer(200, PROMETHEUS, metrics.scrape()),
                "/livez", () -> HealthReport.of(live),
                "/readyz", () -> HealthReport.of(ready));
        ManagementServer management = new ManagementServer(bind(settings), routes);
        management.listen();
        return management;
    }

    /** The port on which it listens, also where the settings left the choice to the system. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void listen() {
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        LOGGER.atInfo()
                .addKeyValue("address", server.getAddress().getHostString())
                .addKeyValue("port", port())
                .log("Management server listens");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange).send(exchange);
        }
    }

    private Answer answer(HttpExchange exchange) {
        Supplier<Answer> route = routes.get(exchange.getRequestURI().getPath());
        if (route == null) {
            return Answer.plain(404, "not found");
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            exchange.getResponseHeaders().set("Allow", "GET");
            return Answer.plain(405, "only GET");
        }
        try {
            return route.get();
        } catch (RuntimeException e) {
            LOGGER.atError().setCause(e).log("Management request failed");
            return Answer.plain(500, "failed, see the log");
        }
    }

    private static HttpServer bind(ManagementSettings settings) {
        InetSocketAddress address = new InetSocketAddress(settings.bindAddress(), settings.port());
        try {
            return HttpServer.create(address, 0);
        } catch (BindException e) {
            throw new ConfigurationException("management.port: expected a free port, but " + settings.port() + " on "
                    + settings.bindAddress() + " is taken or not of this machine");
        } catch (IOException | RuntimeException e) {
            throw new ConfigurationException("management.bind-address: cannot listen on " + settings.bindAddress()
                    + ", expected an address of this machine");
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "management");
        thread.setDaemon(true);
        return thread;
    }
}
