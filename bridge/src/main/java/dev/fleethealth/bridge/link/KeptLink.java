package dev.fleethealth.bridge.link;

import dev.fleethealth.bridge.metrics.BridgeMetrics;
import dev.fleethealth.service.config.DurationText;
import dev.fleethealth.service.management.HealthCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a connection to one broker. Whenever it ends, a new link takes its place after a while: a used one would still
 * hold messages that were not acknowledged on the old connection, and these would block all acknowledgements to come.
 * Everything that changes state happens on the one thread of its {@link Timing}.
 */
public final class KeptLink implements HealthCheck {
    private static final Logger LOGGER = LoggerFactory.getLogger(KeptLink.class);

    private final String name;
    private final Credentials.Source credentials;
    private final BrokerLink.Factory links;
    private final Consumer<IncomingMessage> intake;
    private final Timing timing;
    private final Backoff backoff;
    private final BridgeMetrics metrics;

    private volatile @Nullable Connection current;
    private boolean stopped;
    private boolean hadSession;
    private String lastReason = "";
    private volatile Optional<String> problem = Optional.of("not connected yet");

    public KeptLink(
            String name,
            Credentials.Source credentials,
            BrokerLink.Factory links,
            Consumer<IncomingMessage> intake,
            Timing timing,
            Backoff backoff,
            BridgeMetrics metrics) {
        this.name = name;
        this.credentials = credentials;
        this.links = links;
        this.intake = intake;
        this.timing = timing;
        this.backoff = backoff;
        this.metrics = metrics;
        metrics.showLink(name);
    }

    /** Connects, now and whenever the connection has ended. */
    public void start() {
        timing.execute(this::connect);
    }

    /** Ends the connection; the broker keeps the session and all that is not acknowledged. */
    public CompletableFuture<Void> stop() {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        timing.execute(() -> {
            stopped = true;
            problem = Optional.of("stopped");
            Connection connection = current;
            current = null;
            if (connection == null || connection.link == null) {
                closed.complete(null);
            } else {
                connection.link.close().whenComplete((done, failure) -> closed.complete(null));
            }
        });
        return closed;
    }

    @Override
    public String name() {
        return "source " + name;
    }

    @Override
    public Optional<String> problem() {
        return problem;
    }

    private void connect() {
        if (stopped) {
            return;
        }
        Connection connection = new Connection();
        current = connection;
        try {
            Optional<Credentials> minted = credentials.mint();
            connection.renewAt = minted.flatMap(Credentials::renewAt);
            BrokerLink link = links.create(minted, connection);
            connection.link = link;
            link.open().whenComplete((opened, failure) -> timing.execute(() -> opened(connection, opened, failure)));
        } catch (RuntimeException e) {
            ended(connection, reason(e));
        }
    }

    private void opened(Connection connection, BrokerLink.@Nullable Opened opened, @Nullable Throwable failure) {
        if (failure != null || opened == null) {
            ended(connection, failure == null ? "no answer" : reason(failure));
        } else if (connection == current) {
            connection.openedAt = timing.clock().instant();
            lastReason = "";
            problem = opened.concerns().stream().findFirst();
            checkSession(opened);
            connection.renewAt.ifPresent(at -> renewLater(connection, at));
            LOGGER.atInfo()
                    .addKeyValue("source", name)
                    .addKeyValue("sessionPresent", opened.sessionPresent())
                    .log("Connected and subscribed");
            opened.concerns().forEach(concern -> LOGGER.atWarn()
                    .addKeyValue("source", name)
                    .addKeyValue("concern", concern)
                    .log("Subscribed with less than asked for"));
        }
    }

    private void checkSession(BrokerLink.Opened opened) {
        if (hadSession && !opened.sessionPresent()) {
            metrics.sessionLost(name);
            LOGGER.atWarn().addKeyValue("source", name).log("The broker lost the session, messages may be missing");
        }
        hadSession = true;
    }

    private void renewLater(Connection connection, Instant at) {
        timing.schedule(() -> renew(connection), Duration.between(timing.clock().instant(), at));
    }

    /** Connects anew, with new credentials, before the broker ends the connection because the old ones have run out. */
    private void renew(Connection connection) {
        if (connection == current && connection.link != null) {
            LOGGER.atInfo().addKeyValue("source", name).log("Connecting anew with new credentials");
            current = null;
            connection.link.close().whenComplete((closed, failure) -> timing.execute(this::connect));
        }
    }

    private void ended(Connection connection, String why) {
        if (connection != current) {
            return;
        }
        current = null;
        connection.closeQuietly();
        metrics.disconnected(name);
        Duration wait = backoff.next(connection.lived(timing.clock().instant()));
        problem = Optional.of("not connected: " + why);
        log(why, wait);
        timing.schedule(this::connect, wait);
    }

    private static String reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** Loud when something changed, quiet while the same thing happens again. */
    private void log(String why, Duration wait) {
        (why.equals(lastReason) ? LOGGER.atDebug() : LOGGER.atWarn())
                .addKeyValue("source", name)
                .addKeyValue("why", why)
                .addKeyValue("nextTry", DurationText.format(wait))
                .log("Not connected");
        lastReason = why;
    }

    /** One link and what is known about it. */
    private final class Connection implements BrokerLink.Listener {
        private @Nullable BrokerLink link;
        private @Nullable Instant openedAt;
        private Optional<Instant> renewAt = Optional.empty();

        @Override
        public void message(IncomingMessage message) {
            if (this == current) {
                intake.accept(message);
            }
        }

        @Override
        public void ended(String why) {
            timing.execute(() -> KeptLink.this.ended(this, why));
        }

        private Duration lived(Instant now) {
            return openedAt == null ? Duration.ZERO : Duration.between(openedAt, now);
        }

        /** After a refused subscription the connection is still there. */
        private void closeQuietly() {
            if (link != null) {
                link.close();
                link = null;
            }
        }
    }
}
