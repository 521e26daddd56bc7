package dev.fleethealth.bridge.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.Supplier;

/** The time that work takes on a processor: unlike time on the clock, it doesn't depend on what else runs. */
public final class ProcessorTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int TRIES = 3;

    private ProcessorTime() {}

    /**
     * The result of work that is done within that time. Slow work gets more tries: classes are loaded and code is compiled
     * in the first.
     */
    public static <T> T within(Duration longest, Supplier<T> work) {
        for (int tries = 1; ; tries++) {
            long start = THREADS.getCurrentThreadCpuTime();
            T result = work.get();
            Duration taken = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
            if (taken.compareTo(longest) <= 0) {
                return result;
            }
            if (tries == TRIES) {
                throw new AssertionError("expected at most %s, took %s".formatted(longest, taken));
            }
        }
    }
}
