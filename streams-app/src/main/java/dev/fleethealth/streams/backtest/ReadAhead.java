package dev.fleethealth.streams.backtest;

import dev.fleethealth.schemas.ConnectionEvent;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads events ahead in a thread of its own, so that decoding them takes one processor and detection another. Events and
 * failures come in the order of the source. Closing it ends the reading and leaves the source open.
 */
final class ReadAhead implements AutoCloseable {
    private static final int BATCH = 256;
    private static final int MOST_BATCHES = 8;

    /** Standard input may block for ever, and nobody can interrupt that. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(1);

    private final BlockingQueue<Batch> ready = new ArrayBlockingQueue<>(MOST_BATCHES);
    private final Thread reader;
    private Batch batch = new Batch(List.of(), false, null);
    private int taken;

    /** @param failure why it is the last one; null at the end of the source */
    private record Batch(
            List<ConnectionEvent> events,
            boolean isLast,
            @Nullable Throwable failure) {}

    ReadAhead(EventSource source) {
        reader = new Thread(() -> read(source), "backtest-reader");
        reader.setDaemon(true);
        reader.start();
    }

    /** The next event, or null at the end; throws what the source threw. */
    @Nullable
    ConnectionEvent next() throws IOException {
        while (taken == batch.events().size()) {
            if (batch.isLast()) {
                rethrow(batch.failure());
                return null;
            }
            batch = take();
            taken = 0;
        }
        return batch.events().get(taken++);
    }

    private Batch take() throws InterruptedIOException {
        try {
            return ready.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading events");
        }
    }

    private static void rethrow(@Nullable Throwable failure) throws IOException {
        if (failure instanceof IOException broken) {
            throw broken;
        }
        if (failure instanceof RuntimeException bad) {
            throw bad;
        }
        if (failure instanceof Error fatal) {
            throw fatal;
        }
    }

    private void read(EventSource source) {
        try {
            boolean more = true;
            while (more) {
                Batch next = batchOf(source);
                ready.put(next);
                more = !next.isLast();
            }
        } catch (InterruptedException e) {
            // Closed: nobody takes any more.
            Thread.currentThread().interrupt();
        }
    }

    private static Batch batchOf(EventSource source) {
        List<ConnectionEvent> events = new ArrayList<>(BATCH);
        try {
            while (events.size() < BATCH) {
                ConnectionEvent event = source.next();
                if (event == null) {
                    return new Batch(events, true, null);
                }
                events.add(event);
            }
            return new Batch(events, false, null);
        } catch (Throwable e) {
            // Whatever it is, who takes the events must hear of it, or would wait for ever.
            return new Batch(events, true, e);
        }
    }

    @Override
    public void close() {
        reader.interrupt();
        try {
            reader.join(LONGEST_STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
