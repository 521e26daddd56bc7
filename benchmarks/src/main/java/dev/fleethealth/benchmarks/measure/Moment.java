package dev.fleethealth.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The clocks of the current thread, its process and the wall at one moment, in nanoseconds. */
record Moment(long threadNanos, long processNanos, long wallNanos) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    static Moment now() {
        return new Moment(THREADS.getCurrentThreadCpuTime(), PROCESS.getProcessCpuTime(), System.nanoTime());
    }

    Measurement since(Moment start, long records) {
        return new Measurement(
                records,
                threadNanos - start.threadNanos,
                processNanos - start.processNanos,
                wallNanos - start.wallNanos);
    }
}
