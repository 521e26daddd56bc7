package dev.fleethealth.bridge.http;

import com.sun.net.httpserver.HttpServer;
import dev.fleethealth.bridge.config.HttpSourceSettings;
import dev.fleethealth.bridge.pipeline.Intake;
import dev.fleethealth.bridge.pipeline.MessageSource;
import dev.fleethealth.bridge.pipeline.Route;
import dev.fleethealth.service.config.ConfigurationException;
import dev.fleethealth.service.management.HttpServerLimits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes events over HTTP on a port of its own. It listens from the beginning and answers 503 until it is started, so that
 * senders come again.
 *
 * <p>Every connection may have a thread, so that those that send slowly keep nobody out: they are given up after a while, and
 * there is an end to how many there can be.
 */
public final class HttpIntake implements MessageSource {
    private static final Logger LOGGER = LoggerFactory.getLogger(HttpIntake.class);
    private static final int LAST_ANSWERS_SECONDS = 2;
    private static final int IDLE_SECONDS = 10;

    static {
        HttpServerLimits.apply();
    }

    private final HttpSourceSettings settings;
    private final HttpServer server;
    private final EventsHandler handler;
    private final ExecutorService threads;
    private volatile Optional<String> problem = Optional.of("not started yet");

    private HttpIntake(HttpSourceSettings settings, Map<String, Route> routes, HttpServer server) {
        this.settings = settings;
        this.server = server;
        this.handler = new EventsHandler(settings, routes);
        this.threads = threads("http-" + settings.name());
    }

    private static ExecutorService threads(String name) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                HttpServerLimits.CONNECTIONS,
                HttpServerLimits.CONNECTIONS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> new Thread(work, name));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /**
     * Begins to listen, and to tell senders to come again.
     *
     * @param routes by id of the dialect
     * @throws ConfigurationException when the port is taken or the address is not of this machine
     */
    public static HttpIntake listen(HttpSourceSettings settings, Map<String, Route> routes) {
        HttpIntake intake = new HttpIntake(settings, routes, bind(settings));
        intake.server.setExecutor(intake.threads);
        intake.server.createContext("/", intake.handler);
        intake.server.start();
        LOGGER.atInfo()
                .addKeyValue("source", settings.name())
                .addKeyValue("address", settings.bindAddress())
                .addKeyValue("port", intake.port())
                .log("HTTP intake listens");
        return intake;
    }

    /** Begins to take events. */
    public void start(Intake intake) {
        handler.open(intake);
        problem = Optional.empty();
    }

    /** The port on which it listens, also where the settings left the choice to the system. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public String name() {
        return "source " + settings.name();
    }

    @Override
    public Optional<String> problem() {
        return problem;
    }

    @Override
    public void pause() {
        problem = Optional.of("stopped");
        handler.pause();
    }

    @Override
    public void close() {
        pause();
        handler.close(LAST_ANSWERS_SECONDS);
        server.stop(0);
        threads.shutdownNow();
    }

    private static HttpServer bind(HttpSourceSettings settings) {
        try {
            InetSocketAddress address = new InetSocketAddress(settings.bindAddress(), settings.port());
            return settings.tls().isPresent()
                    ? EncryptedServer.create(address, settings.tls().get())
                    : HttpServer.create(address, 0);
        } catch (IOException | RuntimeException e) {
            throw new ConfigurationException("port: expected a free port of this machine, cannot listen on "
                    + settings.bindAddress() + " port " + settings.port());
        }
    }
}
