package dev.fleethealth.bridge.pipeline;

import dev.fleethealth.schemas.ConnectionEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Where events and dead letters are kept. Both calls wait while the sink is away: the returned future is not done until
 * everything is safe. It fails with a {@link RejectedRecordException} when a record is at fault; any other failure means
 * that the program is about to stop.
 */
public interface EventSink {

    /** @throws InterruptedException when the program stops while the sink is away */
    CompletableFuture<Void> publish(List<ConnectionEvent> events) throws InterruptedException;

    CompletableFuture<Void> deadLetter(DeadLetter letter);

    /** Says that nothing more is coming just now, so that waiting for company is of no use. Returns at once. */
    default void flush() {}
}
