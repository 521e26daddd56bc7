package dev.fleethealth.benchmarks.measure;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Takes the time of work that goes on in other threads, from the first quarter on, by asking how far it has come. */
public final class Drain {
    private static final int WARM_UP_SHARE = 4;
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Drain() {}

    /** @param total the work ends when the progress has come so far */
    public static Measurement watch(Progress progress, long total) throws Exception {
        long first = await(progress, total / WARM_UP_SHARE);
        Moment start = Moment.now();
        long last = await(progress, total);
        return Moment.now().since(start, last - first);
    }

    private static long await(Progress progress, long goal) throws Exception {
        long end = System.nanoTime() + LONGEST.toNanos();
        long reached = progress.reached();
        while (reached < goal) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("stuck at %,d of %,d".formatted(reached, goal));
            }
            Thread.sleep(BETWEEN_QUESTIONS.toMillis());
            reached = progress.reached();
        }
        return reached;
    }

    /** How much is done. */
    @FunctionalInterface
    public interface Progress {
        long reached() throws Exception;
    }
}
