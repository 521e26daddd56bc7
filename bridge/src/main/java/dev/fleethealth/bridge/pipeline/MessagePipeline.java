package dev.fleethealth.bridge.pipeline;

import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.metrics.BridgeMetrics;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a message to its end: read it, put its events on Kafka or the message in the dead letter, and only when Kafka has
 * it, acknowledge it to the broker. Safe for use by several sources at a time.
 */
public final class MessagePipeline {
    private static final Logger LOGGER = LoggerFactory.getLogger(MessagePipeline.class);

    private final EventSink sink;
    private final InFlight inFlight;
    private final StallWatch stalls;
    private final BridgeMetrics metrics;

    public MessagePipeline(EventSink sink, InFlight inFlight, StallWatch stalls, BridgeMetrics metrics) {
        this.sink = sink;
        this.inFlight = inFlight;
        this.stalls = stalls;
        this.metrics = metrics;
    }

    /**
     * Takes one message; returns as soon as it is on its way. Waits while too many are on their way, or while Kafka or
     * the schema registry is away.
     *
     * @param acknowledge called once, from any thread, when the message is safe; never called when it isn't
     * @throws InterruptedException when the program stops meanwhile; the message is not acknowledged
     */
    public void accept(Route route, BrokerMessage message, Runnable acknowledge) throws InterruptedException {
        take(route, message, outcome -> acknowledge.run());
    }

    /**
     * Takes one message as {@link #accept(Route, BrokerMessage, Runnable)} does, for those who want to know what became
     * of it.
     *
     * @return done when the message is safe; fails when the program is about to stop
     * @throws InterruptedException when the thread is told to wait no longer; the message may be safe or not
     */
    public CompletableFuture<Outcome> accept(Route route, BrokerMessage message) throws InterruptedException {
        return take(route, message, outcome -> {});
    }

    /** Whether the next message would not have to wait for a place. */
    public boolean hasRoom() {
        return inFlight.hasRoom();
    }

    private CompletableFuture<Outcome> take(Route route, BrokerMessage message, Consumer<Outcome> acknowledge)
            throws InterruptedException {
        InFlight.Place place = inFlight.enter(message.receivedAt());
        BridgeMetrics.Stopwatch stopwatch = metrics.received();
        CompletableFuture<Outcome> safe;
        try {
            safe = keep(route, message, stalls.watch(() -> MessageReader.read(route, message)));
        } catch (InterruptedException | RuntimeException | Error e) {
            place.leave();
            throw e;
        }
        return safe.thenApply(outcome -> {
                    acknowledge.accept(outcome);
                    metrics.handled(route.dialectId(), outcome.result(), stopwatch);
                    return outcome;
                })
                .whenComplete((done, failure) -> {
                    place.leave();
                    logIfFailed(route, failure);
                });
    }

    private CompletableFuture<Outcome> keep(Route route, BrokerMessage message, Reading reading)
            throws InterruptedException {
        return switch (reading.result()) {
            case EVENT -> publish(route, message, reading);
            case IGNORED -> CompletableFuture.completedFuture(Outcome.IGNORED);
            case MALFORMED -> deadLetter(route, message, reading.why());
        };
    }

    private CompletableFuture<Outcome> publish(Route route, BrokerMessage message, Reading reading)
            throws InterruptedException {
        reading.events().forEach(event -> metrics.countUnknownReason(route.dialectId(), event));
        return sink.publish(reading.events())
                .thenApply(done -> Outcome.EVENT)
                .exceptionallyCompose(failure -> rejected(route, message, failure));
    }

    private CompletableFuture<Outcome> rejected(Route route, BrokerMessage message, Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof RejectedRecordException
                ? deadLetter(route, message, "its event was rejected: " + cause.getMessage())
                : CompletableFuture.failedFuture(failure);
    }

    private CompletableFuture<Outcome> deadLetter(Route route, BrokerMessage message, String why) {
        return sink.deadLetter(new DeadLetter(route.source(), route.dialectId(), message, why))
                .thenApply(done -> Outcome.malformed(why));
    }

    private static void logIfFailed(Route route, Throwable failure) {
        if (failure != null) {
            LOGGER.atWarn()
                    .addKeyValue("source", route.source())
                    .addKeyValue("error", failure.toString())
                    .log("Message left to the broker, which will send it again");
        }
    }
}
