package dev.fleethealth.bridge.pipeline;

import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.metrics.BridgeMetrics;
import dev.fleethealth.schemas.ConnectionEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One message on its way through the pipeline, from its place among those in flight to its end. */
final class MessageInFlight {
    private static final Logger LOGGER = LoggerFactory.getLogger(MessageInFlight.class);

    private final Route route;
    private final BrokerMessage message;
    private final Runnable acknowledge;
    private final InFlight.Place place;
    private final EventSink sink;
    private final BridgeMetrics metrics;
    private final BridgeMetrics.Stopwatch stopwatch;
    private final CompletableFuture<Outcome> end = new CompletableFuture<>();

    MessageInFlight(
            Route route,
            BrokerMessage message,
            Runnable acknowledge,
            InFlight.Place place,
            EventSink sink,
            BridgeMetrics metrics) {
        this.route = route;
        this.message = message;
        this.acknowledge = acknowledge;
        this.place = place;
        this.sink = sink;
        this.metrics = metrics;
        this.stopwatch = metrics.received();
    }

    /**
     * Puts on Kafka what the message holds.
     *
     * @return done when the message is safe and its place is free; fails when the message is left to the broker
     */
    CompletableFuture<Outcome> keep(Reading reading) throws InterruptedException {
        switch (reading.result()) {
            case EVENT -> publish(reading);
            case IGNORED -> safe(Outcome.IGNORED);
            case MALFORMED -> deadLetter(reading.why());
        }
        return end;
    }

    private void publish(Reading reading) throws InterruptedException {
        for (ConnectionEvent event : reading.events()) {
            metrics.countUnknownReason(route.dialectId(), event);
        }
        sink.publish(reading.events()).whenComplete((done, failure) -> published(failure));
    }

    private void published(@Nullable Throwable failure) {
        if (failure == null) {
            safe(Outcome.EVENT);
        } else if (cause(failure) instanceof RejectedRecordException rejected) {
            deadLetterInstead(rejected);
        } else {
            leaveToTheBroker(failure);
        }
    }

    private void deadLetterInstead(RejectedRecordException rejected) {
        try {
            deadLetter("its event was rejected: " + rejected.getMessage());
        } catch (RuntimeException e) {
            leaveToTheBroker(e);
        }
    }

    private void deadLetter(String why) {
        sink.deadLetter(new DeadLetter(route.source(), route.dialectId(), message, why))
                .whenComplete((done, failure) -> {
                    if (failure == null) {
                        safe(Outcome.malformed(why));
                    } else {
                        leaveToTheBroker(failure);
                    }
                });
    }

    private void safe(Outcome outcome) {
        try {
            acknowledge.run();
            metrics.handled(route.dialectId(), outcome.result(), stopwatch);
        } catch (RuntimeException e) {
            leaveToTheBroker(e);
            return;
        }
        place.leave();
        end.complete(outcome);
    }

    private void leaveToTheBroker(Throwable failure) {
        place.leave();
        LOGGER.atWarn()
                .addKeyValue("source", route.source())
                .addKeyValue("error", failure.toString())
                .log("Message left to the broker, which will send it again");
        end.completeExceptionally(failure);
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
