package dev.fleethealth.benchmarks.measure;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Counts the records on the thread that works on them, and takes its time from the first quarter on: what comes before
 * warms up the compiler, the caches and the state.
 */
final class Meter {
    private static final int WARM_UP_SHARE = 4;
    private static final long LONGEST_RUN_MINUTES = 60;

    private final long first;
    private final long last;
    private final CompletableFuture<Measurement> result = new CompletableFuture<>();
    private @Nullable Moment start;
    private long counted;

    /** @param records how many there are; the last one ends the measurement */
    Meter(long records) {
        this.first = records / WARM_UP_SHARE;
        this.last = records;
    }

    /** One record more; always called by the same thread. */
    void count() {
        counted++;
        if (counted == first) {
            start = Moment.now();
        } else if (counted == last && start != null) {
            result.complete(Moment.now().since(start, last - first));
        }
    }

    /** The work has failed: nobody waits any longer. */
    void fail(Throwable cause) {
        result.completeExceptionally(cause);
    }

    boolean isDone() {
        return result.isDone();
    }

    /** Waits for the last record. */
    Measurement await() throws ExecutionException, InterruptedException, TimeoutException {
        return result.get(LONGEST_RUN_MINUTES, TimeUnit.MINUTES);
    }
}
