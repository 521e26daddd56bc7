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

    /** The result of work that has to be done within that time. */
    public static <T> T within(Duration longest, Supplier<T> work) {
        long start = THREADS.getCurrentThreadCpuTime();
        T result = work.get();
        Duration taken = since(start);
        if (taken.compareTo(longest) > 0 && of(work).compareTo(longest) > 0) {
            throw new AssertionError("expected at most %s, took %s".formatted(longest, taken));
        }
        return result;
    }

    /** The shortest of several tries: classes are loaded and code is compiled in the first ones. */
    static Duration of(Supplier<?> work) {
        Duration shortest = Duration.ofDays(1);
        for (int tries = 0; tries < TRIES; tries++) {
            long start = THREADS.getCurrentThreadCpuTime();
            var unused = work.get();
            Duration taken = since(start);
            shortest = taken.compareTo(shortest) < 0 ? taken : shortest;
        }
        return shortest;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
    }
}
