package dev.fleethealth.streams.runtime;

import dev.fleethealth.service.config.Secret;
import dev.fleethealth.service.kafka.KafkaStart.Pause;
import dev.fleethealth.service.management.HealthCheck;
import dev.fleethealth.service.tls.TlsContext;
import dev.fleethealth.streams.config.ProgramConfiguration;
import dev.fleethealth.streams.config.QuerySettings;
import dev.fleethealth.streams.query.cluster.PartJson;
import dev.fleethealth.streams.query.http.QueryParts;
import dev.fleethealth.streams.query.http.QueryServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** The query port and all that is behind it. */
public final class QueryService implements AutoCloseable {
    private final ProgramConfiguration configuration;
    private final QueryServer server;
    private final QueryRunner runner;
    private final SilenceDesk silences;

    /**
     * Takes the port; nothing is asked of Kafka yet.
     *
     * @param pause waits; it tells when the program is to stop
     * @param end called once when it cannot go on, from a thread that must not be held
     * @throws dev.fleethealth.service.config.ConfigurationException when the port is taken
     */
    public QueryService(
            ProgramConfiguration configuration,
            ValueSerdes serdes,
            MeterRegistry metrics,
            Pause pause,
            Consumer<Throwable> end) {
        this.configuration = configuration;
        this.server = QueryServer.bind(settings());
        this.runner = new QueryRunner(configuration, serdes, place(), metrics, pause, end);
        this.silences = new SilenceDesk(configuration.settings(), pause);
    }

    /** Without these the process should be restarted. */
    public List<HealthCheck> live() {
        return runner.live();
    }

    /** Without these, answers are not to be expected for now. */
    public List<HealthCheck> ready() {
        return runner.ready();
    }

    /** The port on which it listens. */
    public int port() {
        return server.port();
    }

    /**
     * Answers from now on, at first that nothing is known yet; then waits for Kafka and the registry, and reads.
     *
     * @return false when the program is to stop before that
     */
    public boolean start() throws InterruptedException {
        server.start(
                new QueryParts(
                        runner.queries(),
                        silences,
                        configuration.settings()::detectorsOf,
                        new PartJson(runner.part())::answer,
                        runner.ready()),
                InstantSource.system());
        silences.start();
        return runner.start();
    }

    @Override
    public void close() {
        server.close();
        silences.close();
        runner.close();
    }

    private QueryPlace place() {
        return new QueryPlace(
                settings().advertised(),
                server.port(),
                settings().tls().map(tls -> TlsContext.of(tls.trusted(), tls.identity())),
                settings().token().map(Secret::reveal),
                settings().memoryMebibytes());
    }

    private QuerySettings settings() {
        return configuration.settings().query();
    }
}
