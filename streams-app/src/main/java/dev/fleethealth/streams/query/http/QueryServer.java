package dev.fleethealth.streams.query.http;

import dev.fleethealth.service.config.ConfigurationException;
import dev.fleethealth.service.http.AccessToken;
import dev.fleethealth.service.management.HealthCheck;
import dev.fleethealth.streams.config.QuerySettings;
import dev.fleethealth.streams.query.FleetQueries;
import io.github.bucket4j.TimeMeter;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The port of the API and of the web page. */
public final class QueryServer implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(QueryServer.class);
    private static final int MOST_THREADS = 32;
    private static final int MOST_CONNECTIONS = 500;

    /** Client ids are hostile; those who ask for one have to encode whatever is in it, and routes never decode a whole path. */
    private static final UriCompliance ANY_SEGMENT = UriCompliance.DEFAULT.with(
            "any-segment",
            Violation.AMBIGUOUS_PATH_SEGMENT,
            Violation.AMBIGUOUS_EMPTY_SEGMENT,
            Violation.AMBIGUOUS_PATH_SEPARATOR,
            Violation.AMBIGUOUS_PATH_PARAMETER,
            Violation.AMBIGUOUS_PATH_ENCODING,
            Violation.SUSPICIOUS_PATH_CHARACTERS);

    private final Server server;
    private final ServerConnector connector;
    private final LiveFeed live;

    private QueryServer(Server server, ServerConnector connector, LiveFeed live) {
        this.server = server;
        this.connector = connector;
        this.live = live;
    }

    /**
     * Starts to listen.
     *
     * @param ready without these, answers are not to be expected for now
     * @throws ConfigurationException when the port is taken or the address is not of this machine
     */
    public static QueryServer start(
            QuerySettings settings,
            FleetQueries queries,
            SilenceKeeper silences,
            List<HealthCheck> ready,
            InstantSource clock) {
        LiveFeed live = new LiveFeed(new LiveChanges(queries, clock));
        Router router = new Router(routes(settings, queries, silences, ready, live, clock));
        Gate gate = new Gate(
                new ClientBudgets(settings.requestsPerSecond(), settings.burst(), TimeMeter.SYSTEM_NANOTIME),
                new AccessToken(settings.token()),
                settings.token().isEmpty() && !settings.allowAnonymous());
        QueryServer started = listen(settings, new ApiHandler(router, gate, live), live);
        live.start();
        return started;
    }

    static List<Route> routes(
            QuerySettings settings,
            FleetQueries queries,
            SilenceKeeper silences,
            List<HealthCheck> ready,
            LiveFeed live,
            InstantSource clock) {
        return Stream.of(
                        new FleetRoutes(queries, clock).routes(),
                        new DeviceRoutes(queries, clock).routes(),
                        new SilenceRoutes(silences, settings.allowSilences(), clock).routes(),
                        List.of(Route.get("/v1/live", List.of(), call -> {
                            live.checkRoom();
                            return new Reply.Live();
                        })),
                        PageRoutes.routes(),
                        List.of(Route.open("/readyz", call -> Readiness.of(ready))))
                .flatMap(List::stream)
                .toList();
    }

    private static QueryServer listen(QuerySettings settings, ApiHandler handler, LiveFeed live) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 2);
        threads.setName("query");
        threads.setDaemon(true);
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost(settings.bindAddress());
        connector.setPort(settings.port());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
        server.setHandler(handler);
        server.setErrorHandler(new ProblemPage());
        try {
            server.start();
        } catch (Exception e) {
            throw new ConfigurationException("query.port: expected a free port of this machine, cannot listen on "
                    + settings.bindAddress() + " port " + settings.port());
        }
        LOGGER.atInfo()
                .addKeyValue("address", settings.bindAddress())
                .addKeyValue("port", connector.getLocalPort())
                .log("Query API listens");
        return new QueryServer(server, connector, live);
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setUriCompliance(ANY_SEGMENT);
        configuration.setMinRequestDataRate(100);
        return configuration;
    }

    /** The port on which it listens, also where the settings left the choice to the system. */
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        live.close();
        try {
            server.stop();
        } catch (Exception e) {
            LOGGER.atWarn().setCause(e).log("Query API did not stop in order");
        }
    }
}
