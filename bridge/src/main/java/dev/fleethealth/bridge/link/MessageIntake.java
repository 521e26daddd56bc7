package dev.fleethealth.bridge.link;

import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.metrics.BridgeMetrics;
import dev.fleethealth.bridge.metrics.Result;
import dev.fleethealth.bridge.pipeline.MessagePipeline;
import dev.fleethealth.bridge.pipeline.Route;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands messages to the pipeline. Nothing is ever thrown out of it: the MQTT client would be deaf from then on, though
 * connected. What should not happen at all ends the program, with the message left to the broker.
 */
public final class MessageIntake {
    private static final Logger LOGGER = LoggerFactory.getLogger(MessageIntake.class);

    private final Function<String, Optional<Route>> routes;
    private final MessagePipeline pipeline;
    private final InstantSource clock;
    private final BridgeMetrics metrics;
    private final Consumer<Throwable> fatal;
    private final String defaultDialect;
    private volatile boolean closed;

    /**
     * @param routes the route of a topic; none for what an earlier configuration subscribed to
     * @param defaultDialect under which messages without a route are counted
     * @param fatal told of what should not happen
     */
    public MessageIntake(
            Function<String, Optional<Route>> routes,
            String defaultDialect,
            MessagePipeline pipeline,
            InstantSource clock,
            BridgeMetrics metrics,
            Consumer<Throwable> fatal) {
        this.routes = routes;
        this.defaultDialect = defaultDialect;
        this.pipeline = pipeline;
        this.clock = clock;
        this.metrics = metrics;
        this.fatal = fatal;
    }

    /** Takes nothing from now on: what comes is left to the broker. */
    public void close() {
        closed = true;
    }

    /** Takes a message; waits while Kafka is away or too many are on their way. */
    public void accept(IncomingMessage message) {
        if (closed) {
            return;
        }
        try {
            take(message);
            if (!message.more()) {
                pipeline.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            if (!closed) {
                LOGGER.atError().setCause(e).log("A message could not be taken");
                fatal.accept(e);
            }
        }
    }

    private void take(IncomingMessage message) throws InterruptedException {
        Optional<Route> route = routes.apply(message.topic());
        if (message.retained() || route.isEmpty()) {
            message.acknowledgement().run();
            metrics.counted(route.map(Route::dialectId).orElse(defaultDialect), Result.IGNORED);
            return;
        }
        pipeline.accept(
                route.get(),
                new BrokerMessage(message.topic(), message.payload(), clock.instant()),
                message.acknowledgement());
    }
}
