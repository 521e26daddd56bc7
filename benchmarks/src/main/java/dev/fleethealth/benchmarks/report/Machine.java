package dev.fleethealth.benchmarks.report;

import java.lang.management.ManagementFactory;

/** What the figures were measured on. */
final class Machine {
    private static final long BYTES_IN_A_MEBIBYTE = 1 << 20;

    private Machine() {}

    static String inWords() {
        Runtime runtime = Runtime.getRuntime();
        return "%d processors, JDK %s, heap up to %,d MiB, load average %.1f at the end"
                .formatted(
                        runtime.availableProcessors(),
                        Runtime.version(),
                        runtime.maxMemory() / BYTES_IN_A_MEBIBYTE,
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
