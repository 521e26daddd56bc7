package dev.fleethealth.bridge.http;

import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.pipeline.Intake;
import dev.fleethealth.bridge.pipeline.Outcome;
import dev.fleethealth.bridge.pipeline.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the messages of one request to the pipeline and waits until all are safe. The wait has an end, other than the
 * pipeline's own: the sender has to be told something.
 */
final class Delivery {
    private static final Logger LOGGER = LoggerFactory.getLogger(Delivery.class);
    private static final int LATER_SECONDS = 5;

    private final Intake intake;
    private final ExecutorService threads;
    private final Duration longest;

    /** @param threads one for each request at a time */
    Delivery(Intake intake, ExecutorService threads, Duration longest) {
        this.intake = intake;
        this.threads = threads;
        this.longest = longest;
    }

    Instant now() {
        return intake.clock().instant();
    }

    /** @throws Refusal when it can't be begun now; nothing was taken */
    void checkOpen() throws Refusal {
        if (intake.kafka().problem().isPresent()) {
            throw later("Kafka does not answer");
        }
        if (!intake.pipeline().hasRoom()) {
            throw Refusal.comeAgain(429, "too many messages wait for Kafka", 1);
        }
    }

    /**
     * What became of each message, in their order.
     *
     * @throws Refusal when not all are safe in time; some may be, and have the same event ids when they come again
     */
    List<Outcome> deliver(Route route, List<BrokerMessage> messages) throws Refusal {
        Future<List<Outcome>> safe = threads.submit(() -> whenSafe(route, messages));
        try {
            return safe.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw later("Kafka has not acknowledged in time");
        } catch (ExecutionException e) {
            throw later("could not be taken");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw later("the bridge stops");
        } finally {
            safe.cancel(true);
        }
    }

    private List<Outcome> whenSafe(Route route, List<BrokerMessage> messages)
            throws InterruptedException, ExecutionException {
        List<CompletableFuture<Outcome>> outcomes = handOver(route, messages);
        intake.pipeline().flush();
        CompletableFuture.allOf(outcomes.toArray(CompletableFuture<?>[]::new)).get();
        return outcomes.stream().map(CompletableFuture::join).toList();
    }

    /** What should not happen at all ends the program; an interrupt only says that the sender is told to come again. */
    private List<CompletableFuture<Outcome>> handOver(Route route, List<BrokerMessage> messages)
            throws InterruptedException {
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>(messages.size());
        try {
            for (BrokerMessage message : messages) {
                outcomes.add(intake.pipeline().accept(route, message));
            }
            return outcomes;
        } catch (RuntimeException | Error e) {
            if (!Thread.currentThread().isInterrupted()) {
                LOGGER.atError().setCause(e).log("A message could not be taken");
                intake.fatal().accept(e);
            }
            throw e;
        }
    }

    static Refusal later(String why) {
        return Refusal.comeAgain(503, why, LATER_SECONDS);
    }
}
