package dev.fleethealth.streams.command;

import dev.fleethealth.service.kafka.KafkaStart.Pause;
import dev.fleethealth.streams.config.ProgramConfiguration;
import dev.fleethealth.streams.runtime.QueryService;
import dev.fleethealth.streams.runtime.ValueSerdes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The query port beside detection, if it is on: whatever befalls it, detection goes on. Its own {@code /readyz} says how it is;
 * that of the management port does not, lest a restored answer keeps alerts waiting.
 */
final class QueryPort implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(QueryPort.class);

    private final Optional<QueryService> service;
    private final Thread starter = new Thread(this::run, "query-start");

    /** @param pause waits; it tells when the program is to stop */
    QueryPort(ProgramConfiguration configuration, ValueSerdes serdes, Pause pause) {
        service = configuration.settings().query().enabled()
                ? Optional.of(new QueryService(configuration, serdes, unseen(), pause, QueryPort::failed))
                : Optional.empty();
    }

    /** Begins to answer in a thread of its own. */
    void start() {
        starter.start();
    }

    @Override
    public void close() throws InterruptedException {
        starter.interrupt();
        starter.join();
        service.ifPresent(QueryService::close);
    }

    private void run() {
        try {
            if (service.isPresent()) {
                service.get().start();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    /** Kafka's series have no labels: on the program's page they stand for detection, and rules watch them. */
    private static MeterRegistry unseen() {
        return new CompositeMeterRegistry();
    }

    private static void failed(Throwable cause) {
        LOGGER.atError().setCause(cause).log("Queries can't be answered any more; detection goes on");
    }
}
