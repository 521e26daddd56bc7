package dev.fleethealth.bridge.pipeline;

import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.metrics.BridgeMetrics;
import java.util.concurrent.CompletableFuture;

/**
 * Takes a message to its end: read it, put its events on Kafka or the message in the dead letter, and only when Kafka has
 * it, acknowledge it to the broker. Safe for use by several sources at a time.
 */
public final class MessagePipeline {
    private static final Runnable NOBODY_TO_TELL = () -> {};

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
        take(route, message, acknowledge);
    }

    /**
     * Takes one message as {@link #accept(Route, BrokerMessage, Runnable)} does, for those who want to know what became
     * of it.
     *
     * @return done when the message is safe; fails when the program is about to stop
     * @throws InterruptedException when the thread is told to wait no longer; the message may be safe or not
     */
    public CompletableFuture<Outcome> accept(Route route, BrokerMessage message) throws InterruptedException {
        return take(route, message, NOBODY_TO_TELL);
    }

    /** Whether the next message would not have to wait for a place. */
    public boolean hasRoom() {
        return inFlight.hasRoom();
    }

    /**
     * Says that nothing more is coming just now. Until it is said, events may wait some milliseconds for others, to be sent
     * together with them. Returns at once.
     */
    public void flush() {
        sink.flush();
    }

    private CompletableFuture<Outcome> take(Route route, BrokerMessage message, Runnable acknowledge)
            throws InterruptedException {
        InFlight.Place place = inFlight.enter(message.receivedAt());
        try {
            MessageInFlight taken = new MessageInFlight(route, message, acknowledge, place, sink, metrics);
            return taken.keep(stalls.watch(() -> MessageReader.read(route, message)));
        } catch (InterruptedException | RuntimeException | Error e) {
            place.leave();
            throw e;
        }
    }
}
