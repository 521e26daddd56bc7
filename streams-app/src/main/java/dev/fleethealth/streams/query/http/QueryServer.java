package dev.fleethealth.streams.query.http;

import dev.fleethealth.service.config.ConfigurationException;
import dev.fleethealth.service.http.AccessToken;
import dev.fleethealth.service.tls.ServerTls;
import dev.fleethealth.streams.config.QuerySettings;
import io.github.bucket4j.TimeMeter;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The port of the API and of the web page. */
public final class QueryServer implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(QueryServer.class);
    private static final int MOST_THREADS = 32;
    private static final int MOST_CONNECTIONS = 500;
    private static final int LEAST_BYTES_PER_SECOND = 100;

    /** Client ids are hostile; those who ask for one have to encode whatever is in it, and routes never decode a whole path. */
    private static final UriCompliance ANY_SEGMENT = UriCompliance.DEFAULT.with(
            "any-segment",
            Violation.AMBIGUOUS_PATH_SEGMENT,
            Violation.AMBIGUOUS_EMPTY_SEGMENT,
            Violation.AMBIGUOUS_PATH_SEPARATOR,
            Violation.AMBIGUOUS_PATH_PARAMETER,
            Violation.AMBIGUOUS_PATH_ENCODING,
            Violation.SUSPICIOUS_PATH_CHARACTERS);

    private final QuerySettings settings;
    private final Server server;
    private final ServerConnector connector;
    private final AtomicReference<@Nullable LiveFeed> live = new AtomicReference<>();

    private QueryServer(QuerySettings settings) {
        this.settings = settings;
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 2);
        threads.setName("query");
        threads.setDaemon(true);
        this.server = new Server(threads);
        this.connector = new ServerConnector(server, 1, 1, factories(settings));
        connector.setHost(settings.bindAddress());
        connector.setPort(settings.port());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
        server.setErrorHandler(new ProblemPage());
    }

    /**
     * Takes the port; who connects waits until it is started.
     *
     * @throws ConfigurationException when the port is taken or the address is not of this machine
     */
    public static QueryServer bind(QuerySettings settings) {
        QueryServer bound = new QueryServer(settings);
        try {
            bound.connector.open();
        } catch (IOException | RuntimeException e) {
            throw new ConfigurationException("query.port: expected a free port of this machine, cannot listen on "
                    + settings.bindAddress() + " port " + settings.port());
        }
        return bound;
    }

    /** Begins to answer. */
    public void start(QueryParts parts, InstantSource clock) {
        LiveFeed feed = new LiveFeed(new LiveChanges(parts.queries(), clock));
        live.set(feed);
        Gate gate = new Gate(
                new ClientBudgets(settings.requestsPerSecond(), settings.burst(), TimeMeter.SYSTEM_NANOTIME),
                new AccessToken(settings.token()),
                settings.token().isEmpty() && !settings.allowAnonymous());
        server.setHandler(new ApiHandler(new Router(routes(settings, parts, feed, clock)), gate, feed));
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("the query API cannot be started: " + e.getMessage(), e);
        }
        feed.start();
        LOGGER.atInfo()
                .addKeyValue("address", settings.bindAddress())
                .addKeyValue("port", port())
                .log("Query API listens");
    }

    static List<Route> routes(QuerySettings settings, QueryParts parts, LiveFeed live, InstantSource clock) {
        return Stream.of(
                        new FleetRoutes(parts.queries(), clock).routes(),
                        new DeviceRoutes(parts.queries(), clock).routes(),
                        new BundleRoutes(parts.queries(), parts.detectors(), clock).routes(),
                        new SilenceRoutes(parts.silences(), settings.allowSilences(), clock).routes(),
                        List.of(
                                Route.get("/v1/live", List.of(), call -> live.join()),
                                Route.open("/readyz", call -> Readiness.of(parts.ready()))),
                        PageRoutes.routes(),
                        InstanceRoutes.routes(parts.part()))
                .flatMap(List::stream)
                .toList();
    }

    private static ConnectionFactory[] factories(QuerySettings settings) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setUriCompliance(ANY_SEGMENT);
        configuration.setMinRequestDataRate(LEAST_BYTES_PER_SECOND);
        HttpConnectionFactory http = new HttpConnectionFactory(configuration);
        return settings.tls()
                .map(tls -> AbstractConnectionFactory.getFactories(encryption(ServerTls.of(tls)), http))
                .orElseGet(() -> new ConnectionFactory[] {http});
    }

    private static SslContextFactory.Server encryption(ServerTls tls) {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setSslContext(tls.context());
        factory.setIncludeProtocols(ServerTls.protocols());
        factory.setNeedClientAuth(tls.clientNeedsCertificate());
        return factory;
    }

    /** The port on which it listens, also where the settings left the choice to the system. */
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        LiveFeed feed = live.get();
        if (feed != null) {
            feed.close();
        }
        try {
            server.stop();
        } catch (Exception e) {
            LOGGER.atWarn().setCause(e).log("Query API did not stop in order");
        }
        connector.close();
    }
}
